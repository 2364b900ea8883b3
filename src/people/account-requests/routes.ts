import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Tx, transact } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import type { SealingDeps } from '../../vault/deps.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { optionalText } from '../../web/fields.js';
import { type FormView, formView, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { once, onceKeyOf } from '../../web/once.js';
import { pageOf } from '../../web/page-number.js';
import { pagesOf } from '../../web/pages.js';
import { page } from '../../web/views.js';
import { scopeChoices } from '../account-queries.js';
import { canAddAccounts, canSeeAccounts } from '../account-rules.js';
import { viewerOf } from '../viewer.js';
import { additionOf, settingsOf } from './account-request.js';
import { confirmRequest, declineRequest } from './decide-request.js';
import { secondHalfOf } from './given-password.js';
import { actionsOn, presentRequest, requestHref, requestRows } from './present-request.js';
import { findRequest, listRequests, type RequestRow, requestsOnAPage } from './queries.js';
import { showHalf } from './show-half.js';

const Confirmed = z.object({});
const Declined = z.object({ note: optionalText(500) });

/** What one administrator has asked for, and another confirms or declines; auditors read it. */
export function accountRequestRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/account-requests', (req, res) => showList(deps, req, res));
  router.get('/account-requests/:id', async (req, res) => {
    const request = await requestOf(deps, req, res);
    await requestPage(deps, res, request, formView(sayTo(res), {}));
  });
  router.post('/account-requests/:id/confirmation', (req, res) => confirm(deps, req, res));
  router.get('/account-requests/:id/refusal', async (req, res) => {
    const request = await requestOf(deps, req, res);
    allow(actionsOn(request, viewerOf(res), deps.clock.now()).canDecide);
    await requestPage(deps, res, request, formView(sayTo(res), {}), 'people/decline-request');
  });
  router.post('/account-requests/:id/refusal', (req, res) => decline(deps, req, res));
  return router;
}

async function showList({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeAccounts(viewer));
  const number = pageOf(req);
  const { rows, total } = await listRequests(db, viewer, number);
  const frame = frameOf(res);
  const at = { total, page: number, size: requestsOnAPage };
  page(res, 'people/requests', {
    title: frame.say('people.requests.title'),
    crumbs: [{ href: '/accounts', label: frame.say('people.accounts.title') }],
    rows: rows.map((request) => presentRequest(request, clock.now(), frame, viewer)),
    pages: pagesOf(frame.say, at, (next) => `/account-requests?page=${next}`),
  });
}

async function requestOf({ db }: Deps, req: Request, res: Response): Promise<RequestRow> {
  return found(await findRequest(db, viewerOf(res), idParam(req.params.id)));
}

async function requestPage(
  { db, clock }: Deps,
  res: Response,
  request: RequestRow,
  form: FormView,
  view: 'people/request' | 'people/decline-request' = 'people/request',
): Promise<void> {
  const frame = frameOf(res);
  const { say } = frame;
  const now = clock.now();
  const personNumber = personNumberOf(request);
  const person =
    personNumber === null ? null : await db.person.findUnique({ where: { number: personNumber } });
  const choices = { ...(await scopeChoices(db)), person };
  page(res, view, {
    title: presentRequest(request, now, frame).what,
    over: `#${request.id}`,
    crumbs: [
      { href: '/accounts', label: say('people.accounts.title') },
      { href: '/account-requests', label: say('people.requests.title') },
    ],
    rows: requestRows(request, choices, now, frame),
    href: requestHref(request),
    form,
    hasErrors: form.summary.length > 0,
    ...actionsOn(request, viewerOf(res), now),
  });
}

function personNumberOf({ kind, settings }: RequestRow): string | null {
  if (kind === 'add') return additionOf(settings).personNumber;
  return kind === 'change' ? settingsOf(settings).personNumber : null;
}

async function confirm(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { request, by } = await toDecide(deps, req, res);
  const shown: { ticket: string | null } = { ticket: null };
  const form = await takeForm(Confirmed, req.body, () =>
    transact(deps.db, (tx) =>
      once(tx, { key: onceKeyOf(req), ...by }, async () => {
        const { ticket } = await confirmRequest(tx, by, request.id);
        shown.ticket = ticket;
        return requestHref(request);
      }),
    ),
  );
  const { ticket } = shown;
  if (form.ok && ticket !== null)
    return showHalf(res, {
      half: 'second',
      text: secondHalfOf(deps.keys, ticket),
      href: form.value,
    });
  await answerForm(res, form, {}, (view) => requestPage(deps, res, request, view));
}

async function decline(deps: Deps, req: Request, res: Response): Promise<void> {
  const { request, by } = await toDecide(deps, req, res);
  const form = await takeForm(Declined, req.body, ({ note }) =>
    transact(deps.db, (tx) =>
      once(tx, { key: onceKeyOf(req), ...by }, async () => {
        await declineRequest(tx as Tx, by, request.id, { note });
        return requestHref(request);
      }),
    ),
  );
  const labels = { note: 'people.request.note' } as const;
  const isOwn = request.requestedById === by.accountId;
  const view = isOwn ? 'people/request' : 'people/decline-request';
  await answerForm(res, form, labels, (again) => requestPage(deps, res, request, again, view));
}

async function toDecide(deps: Deps, req: Request, res: Response) {
  const request = await requestOf(deps, req, res);
  const viewer = viewerOf(res);
  allow(canAddAccounts(viewer));
  const by: Actor & { accountId: number } = { accountId: viewer.accountId, at: deps.clock.now() };
  return { request, by };
}

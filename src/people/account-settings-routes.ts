import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow } from '../web/errors.js';
import { type FormResult, type FormView, formView, type Labels, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { once, onceKeyOf } from '../web/once.js';
import { page } from '../web/views.js';
import {
  AccountForm,
  accountLabels,
  NewAccountForm,
  ReasonForm,
  reasonLabels,
} from './account-forms.js';
import { type AccountRow, scopeChoices } from './account-queries.js';
import { type GivenPassword, makeGivenPassword } from './account-requests/given-password.js';
import { makeRequest, type NewRequest } from './account-requests/make-request.js';
import { showHalf } from './account-requests/show-half.js';
import { canAddAccounts } from './account-rules.js';
import { managedAccount } from './managed-account.js';
import { roleOptions, scopeOptions } from './present.js';
import { viewerOf } from './viewer.js';

/**
 * The administrator's forms: a new account, its settings, a new password for it, and opening it again. Each makes a
 * request that another administrator confirms.
 */
export function accountSettingsRoutes(deps: SealingDeps): Router {
  const router = Router();
  const { db } = deps;

  router.get('/accounts/new', async (_req, res) => {
    allow(canAddAccounts(viewerOf(res)));
    await settingsPage(deps, res, 'new-account', formView(sayTo(res), {}));
  });
  router.post('/accounts/new', (req, res) => add(deps, req, res));

  router.get('/accounts/:id/change', async (req, res) => {
    const account = await managedAccount(db, res, req.params.id);
    const form = formView(sayTo(res), typedOf(account));
    await settingsPage(deps, res, 'change-account', form, account);
  });
  router.post('/accounts/:id/change', (req, res) => change(deps, req, res));

  for (const what of ['password', 'reactivation'] as const) {
    router.get(`/accounts/:id/${what}`, async (req, res) => {
      const account = await managedAccount(db, res, req.params.id);
      reasonPage(res, formView(sayTo(res), {}), account, what);
    });
    router.post(`/accounts/:id/${what}`, (req, res) => requestFor(deps, req, res, what));
  }
  return router;
}

const accountHref = ({ id }: { id: number }): string => `/accounts/${id}`;

async function add(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  allow(canAddAccounts(viewerOf(res)));
  const password = await makeGivenPassword(deps.keys);
  const form = await request(deps, req, res, NewAccountForm, ({ reason, ...settings }) => ({
    kind: 'add',
    settings,
    password,
    reason,
  }));
  await answer(res, form, { labels: accountLabels, password }, (view) =>
    settingsPage(deps, res, 'new-account', view),
  );
}

async function change(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const account = await managedAccount(deps.db, res, req.params.id);
  const form = await request(deps, req, res, AccountForm, ({ reason, version, ...settings }) => ({
    kind: 'change',
    accountId: account.id,
    version,
    settings,
    reason,
  }));
  await answer(res, form, { labels: accountLabels, password: null }, (view) =>
    settingsPage(deps, res, 'change-account', view, account),
  );
}

async function requestFor(
  deps: SealingDeps,
  req: Request,
  res: Response,
  what: 'password' | 'reactivation',
): Promise<void> {
  const account = await managedAccount(deps.db, res, req.params.id);
  const password = what === 'password' ? await makeGivenPassword(deps.keys) : null;
  const form = await request(deps, req, res, ReasonForm, ({ reason }) =>
    password === null
      ? { kind: 'reactivate', accountId: account.id, reason }
      : { kind: 'password', accountId: account.id, password, reason },
  );
  await answer(res, form, { labels: reasonLabels, password }, (view) =>
    reasonPage(res, view, account, what),
  );
}

/** The address of the request, and whether this very form has made it: sent again, it only leads there. */
type Made = { href: string; isNew: boolean };

/** Makes the request that a form describes, once for each form. */
function request<S extends z.ZodType>(
  { db, clock }: SealingDeps,
  req: Request,
  res: Response,
  schema: S,
  wanted: (form: z.output<S>) => NewRequest,
): Promise<FormResult<Made>> {
  const by: Actor & { accountId: number } = {
    accountId: viewerOf(res).accountId,
    at: clock.now(),
  };
  return takeForm(schema, req.body, (form) =>
    transact(db, async (tx: Tx) => {
      let isNew = false;
      const href = await once(tx, { key: onceKeyOf(req), ...by }, async () => {
        isNew = true;
        return `/account-requests/${await makeRequest(tx, by, wanted(form))}`;
      });
      return { href, isNew };
    }),
  );
}

async function answer(
  res: Response,
  form: FormResult<Made>,
  { labels, password }: { labels: Labels; password: GivenPassword | null },
  showAgain: (view: FormView) => void | Promise<void>,
): Promise<void> {
  if (!form.ok) return answerForm(res, form, labels, showAgain);
  const { href, isNew } = form.value;
  if (password === null || !isNew) return leadOn(res, href);
  showHalf(res, { half: 'first', text: password.firstHalf, href });
}

async function settingsPage(
  { db }: SealingDeps,
  res: Response,
  view: 'new-account' | 'change-account',
  form: FormView,
  account: AccountRow | null = null,
): Promise<void> {
  const { say, lang } = frameOf(res);
  page(res, `people/${view}`, {
    title: say(`people.${view}.title`),
    hasErrors: form.summary.length > 0,
    form,
    action: account ? `${accountHref(account)}/change` : '/accounts/new',
    back: account ? accountHref(account) : '/accounts',
    roles: roleOptions(say),
    ...scopeOptions(await scopeChoices(db), lang),
  });
}

function reasonPage(
  res: Response,
  form: FormView,
  account: AccountRow,
  what: 'password' | 'reactivation',
): void {
  const say = sayTo(res);
  const isPassword = what === 'password';
  page(res, 'people/request-reason', {
    title: say(isPassword ? 'people.reset-password.title' : 'people.reactivation.title', {
      name: account.name,
    }),
    lead: isPassword ? say('people.reset-password.lead') : null,
    hasErrors: form.summary.length > 0,
    form,
    action: `${accountHref(account)}/${what}`,
    back: accountHref(account),
  });
}

function typedOf(account: AccountRow) {
  return {
    name: account.name,
    role: account.role,
    regionCode: account.regionCode ?? '',
    parkIds: account.parks.map(({ parkId }) => String(parkId)),
    personNumber: account.person?.number ?? '',
    version: String(account.version),
  };
}

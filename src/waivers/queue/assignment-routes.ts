import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Reads } from '../../database/database.js';
import { actOnce } from '../../people/act-once.js';
import { applicationsInScope } from '../../people/case-scope.js';
import { type Viewer, viewerOf } from '../../people/viewer.js';
import { viewerOfAccount } from '../../people/viewer-of-account.js';
import { parkName } from '../../ventures/residency-present.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, BadRequest, found } from '../../web/errors.js';
import { optional, wholeNumber } from '../../web/fields.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { readQuery } from '../../web/read-query.js';
import { page } from '../../web/views.js';
import { assignCases, colleaguesAtDesk, whyNotAssigned } from '../assign-cases.js';
import { stateTag } from '../next-step.js';
import { batchActs } from './batch-acts.js';
import { caseNumber, seenCase, several } from './chosen-fields.js';

const account = wholeNumber(1, 1_000_000_000);
const Chosen = z.object({ case: several(caseNumber), to: optional(account) });
const Confirmed = z.object({ case: several(seenCase), to: account });

/** 分派: several cases put into one hand, chosen in the queue; shown with how many before it is done. */
export function assignmentRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/queue/assignments', async (req, res) => {
    allow(batchActs(viewerOf(res)).length > 0);
    const { case: numbers, to } = readQuery(Chosen, req);
    if (to === null) return choosePage(deps, res, numbers, formView(sayTo(res), {}));
    await preview(deps, res, { numbers, to }, formView(sayTo(res), {}));
  });
  router.post('/waivers/queue/assignments', (req, res) => assign(deps, req, res));
  return router;
}

const chosen = (reads: Reads, viewer: Viewer, numbers: string[]) =>
  reads.waiverApplication.findMany({
    where: { AND: [applicationsInScope(viewer), { number: { in: numbers } }] },
    include: {
      steps: { orderBy: { id: 'asc' } },
      venture: { select: { name: true } },
      park: { select: { nameZh: true, nameEn: true } },
      claimedBy: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  });
type ChosenCase = Awaited<ReturnType<typeof chosen>>[number];

const headOf = ({ say }: Frame) => ({
  title: say('waivers.assign.title'),
  crumbs: [{ href: '/waivers/queue', label: say('waivers.queue.title') }],
});

const rowOf = (row: ChosenCase, check: string | null, frame: Frame) => ({
  number: row.number,
  href: `/waivers/${row.number}`,
  venture: row.venture.name,
  park: parkName(row.park, frame.lang),
  state: stateTag(row.state, frame),
  holder: row.claimedBy?.name ?? frame.say('waivers.review.claim.nobody'),
  check: check ?? frame.say('waivers.assign.can'),
  isAble: check === null,
});

/** To whom: whoever sits at the same desk. */
async function choosePage(
  { db }: Deps,
  res: Response,
  numbers: string[],
  form: FormView,
): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const cases = await chosen(db, viewer, numbers);
  page(res, 'waivers/assign', {
    ...headOf(frame),
    lead: frame.say('waivers.assign.count', { n: cases.length }),
    rows: cases.map((row) => rowOf(row, null, frame)),
    numbers: cases.map(({ number }) => number),
    colleagues: (await colleaguesAtDesk(db, viewer)).map(({ id, name }) => ({
      value: String(id),
      label: id === viewer.accountId ? frame.say('waivers.assign.me', { name }) : name,
    })),
    form,
    hasErrors: form.summary.length > 0,
  });
}

/** What would be put into whose hand, and what would not and why. */
async function preview(
  { db }: Deps,
  res: Response,
  { numbers, to }: { numbers: string[]; to: number },
  form: FormView,
): Promise<void> {
  const giver = viewerOf(res);
  const frame = frameOf(res);
  const colleague = (await colleaguesAtDesk(db, giver)).find(({ id }) => id === to);
  const taker = found(colleague && (await viewerOfAccount(db, to)));
  const lines = [];
  for (const row of await chosen(db, giver, numbers)) {
    const fault = await whyNotAssigned(db, { giver, taker }, row);
    lines.push({ row, why: fault && frame.say(fault.key) });
  }
  const able = lines.filter(({ why }) => why === null);
  const again = new URLSearchParams(lines.map(({ row }) => ['case', row.number]));
  page(res, 'waivers/assign-confirm', {
    ...headOf(frame),
    lead: frame.say('waivers.assign.lead', { name: taker.name, n: able.length }),
    rows: lines.map(({ row, why }) => rowOf(row, why, frame)),
    chosen: able.map(({ row }) => `${row.number}.${row.version}`),
    to: String(to),
    otherHref: `/waivers/queue/assignments?${again}`,
    confirm: frame.say('waivers.assign.confirm', { n: able.length }),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function assign(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(batchActs(viewer).length > 0);
  const sent = Confirmed.safeParse(req.body);
  if (!sent.success) throw new BadRequest();
  const form = await actOnce(deps, req, res, Confirmed, async (tx, by, { to, case: cases }) => {
    const rows = await chosen(
      tx,
      viewer,
      cases.map(({ number }) => number),
    );
    const idOf = new Map(rows.map(({ id, number }) => [number, id]));
    await assignCases(tx, by, {
      takerId: to,
      cases: cases.map(({ number, version }) => ({ id: found(idOf.get(number)), version })),
    });
    return '/waivers/queue';
  });
  const numbers = sent.data.case.map(({ number }) => number);
  const labels = { to: 'waivers.assign.to' } as const;
  await answerForm(res, form, labels, (view) =>
    preview(deps, res, { numbers, to: sent.data.to }, view),
  );
}

import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { time, yuan } from '../../language/format.js';
import type { WordKey } from '../../language/say.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { type Viewer, viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { allow, BadRequest, found } from '../../web/errors.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { leadOn } from '../../web/lead-on.js';
import { readQuery } from '../../web/read-query.js';
import { page } from '../../web/views.js';
import { type BatchAct, batchActNames, batchActs, type Why } from './batch-acts.js';
import { type ChosenCase, chosenCases } from './chosen-cases.js';
import { caseNumber, seenCase, several } from './chosen-fields.js';
import { type BatchLine, beginBatch, findBatch, runBatch, tryCase } from './decide-batch.js';

/** Several cases decided at once: chosen in the queue, looked at together, each done by itself. */
export function batchRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/queue/batches', (req, res) => preview(deps, req, res));
  router.post('/waivers/queue/batches', (req, res) => confirm(deps, req, res));
  router.get('/waivers/queue/batches/:id', (req, res) => result(deps, req, res));
  // Until November 2026 a batch was at another address, which stands in bookmarks and messages.
  for (const old of ['/waivers/queue/decisions', '/waivers/queue/decisions/:id'])
    router.get(old, (req, res) =>
      res.redirect(308, req.originalUrl.replace('/queue/decisions', '/queue/batches')),
    );
  return router;
}

const BatchQuery = z.object({ act: z.enum(batchActNames), case: several(caseNumber) });
const Confirmed = z.object({ act: z.enum(batchActNames), case: several(seenCase) });

function allowAct(viewer: Viewer, act: BatchAct): void {
  allow(batchActs(viewer).includes(act), 'waivers.not-your-desk');
}

async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(batchActs(viewer).length > 0);
  const { act, case: numbers } = readQuery(BatchQuery, req, '/waivers/queue');
  allowAct(viewer, act);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const by = { accountId: viewer.accountId, at: deps.clock.now() };
  const cases = await chosenCases(deps.db, viewer, numbers, act);
  const lines: { application: ChosenCase; why: Why | null }[] = [];
  for (const application of cases)
    lines.push({
      application: application,
      why: await tryCase(deps.db, by, application, { act, role: viewer.role }),
    });
  const able = lines.filter(({ why }) => why === null);
  const total = able.reduce((sum, { application }) => sum + application.total, 0);
  page(res, 'waivers/batch', {
    title: say('waivers.batch.title'),
    over: say(`waivers.batch.${act}`),
    crumbs: [{ href: '/waivers/queue', label: say('waivers.queue.title') }],
    act,
    rows: lines.map(({ application, why }) => lineOf(application, why, frame)),
    chosen: able.map(({ application }) => `${application.number}.${application.version}`),
    sum: say('waivers.batch.total', { n: able.length, yuan: yuan(total, lang) }),
    confirm: say('waivers.batch.confirm', { n: able.length }),
  });
}

const lineOf = (application: ChosenCase, why: Why | null, frame: Frame) => ({
  number: application.number,
  href: `/waivers/${application.number}`,
  venture: application.venture,
  outcome: frame.say(application.eligible ? 'policies.held' : 'policies.not-held'),
  amount: yuan(application.total, frame.lang),
  isAble: why === null,
  check:
    why === null
      ? frame.say('waivers.batch.can')
      : frame.say('waivers.batch.cannot', { why: whyText(why, frame) }),
});

/** Why something was not done; a moment is stored as such, and said in the reader's language. */
function whyText({ key, values }: Why, { say, lang }: Frame): string {
  const { at } = values;
  const said = typeof at === 'string' ? { ...values, time: time(new Date(at), lang) } : values;
  return say(key as WordKey, said);
}

async function confirm(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(batchActs(viewer).length > 0);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const form = await actOnce(deps, req, res, Confirmed, async (tx, by, { act, case: cases }) => {
    allowAct(viewer, act);
    const sight = await chosenCases(
      tx,
      viewer,
      cases.map((row) => row.number),
      null,
    );
    const seenCases = cases.filter((row) => sight.some((each) => each.number === row.number));
    if (seenCases.length === 0) throw new BadRequest('waivers.batch.nothing');
    return `/waivers/queue/batches/${await beginBatch(tx, by, { act, cases: seenCases })}`;
  });
  if (!form.ok) throw new BadRequest();
  const by = { accountId: viewer.accountId, at: deps.clock.now() };
  await runBatch(deps.db, by, Number(form.value.split('/').at(-1)), viewer.role);
  leadOn(res, form.value);
}

async function result({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const { accountId } = viewerOf(res);
  const batch = found(
    await findBatch(db, { id: idParam(req.params.id), accountId, at: clock.now() }),
  );
  const frame = frameOf(res);
  const { say } = frame;
  const done = batch.lines.filter(({ state }) => state === 'done').length;
  const before = batch.lines.filter(({ state }) => state === 'before').length;
  page(res, 'waivers/batch-result', {
    title: say('waivers.batch.result'),
    crumbs: [{ href: '/waivers/queue', label: say('waivers.queue.title') }],
    before: before > 0 ? say('waivers.batch.result-before', { n: before }) : null,
    lead: say('waivers.batch.result-lead', {
      what: say(`waivers.batch.${batch.act}`),
      n: batch.lines.length,
      done,
    }),
    rows: batch.lines.map(({ number: of, state, why }) => ({
      number: of,
      href: `/waivers/${of}`,
      isDone: state === 'done' || state === 'before',
      result: resultText({ state, why, isUnderWay: batch.isUnderWay }, frame),
    })),
  });
}

function resultText(
  { state, why, isUnderWay }: Pick<BatchLine, 'state' | 'why'> & { isUnderWay: boolean },
  frame: Frame,
): string {
  const { say } = frame;
  if (state === 'done') return say('waivers.batch.done');
  if (why === null) return say(isUnderWay ? 'waivers.batch.under-way' : 'waivers.batch.waiting');
  return state === 'before'
    ? whyText(why, frame)
    : say('waivers.batch.refused', { why: whyText(why, frame) });
}

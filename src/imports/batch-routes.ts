import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import type { Actor } from '../history/actor.js';
import { day } from '../language/format.js';
import { Conflict } from '../language/refusal.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { type FormView, formView, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { batchOf } from './asked-batch.js';
import { inBackground, isUnderWay } from './background.js';
import { isDecidable, lastDayToTakeBack } from './batch.js';
import { showBatch } from './batch-page.js';
import { choicesOf, choicesPage } from './choices-page.js';
import { importsHref, uploadPage } from './new-page.js';
import { canImport } from './permissions.js';
import { planImport } from './plan-import.js';
import { presentLine } from './present-batch.js';
import { batchesOnAPage, listBatches, type NamedBatch } from './queries.js';
import { restWorkbook } from './rest-workbook.js';
import { runImport } from './run-import.js';
import { takeBackImport } from './take-back-import.js';
import { templateWorkbook } from './template.js';

/** Lists that were brought in, and each with its plan, its run and its taking back. */
export function importBatchRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/imports', (req, res) => showList(deps, req, res));
  router.get('/imports/new', async (_req, res) => {
    allow(canImport(viewerOf(res)));
    await uploadPage(deps, res, formView(sayTo(res), {}));
  });
  router.get('/imports/template.xlsx', async (_req, res) => {
    allow(canImport(viewerOf(res)));
    sendBook(res, 'ventures-template.xlsx', await templateWorkbook(sayTo(res)));
  });
  router.get('/imports/:id', async (req, res) => {
    const batch = await batchOf(deps, req, res);
    await showBatch(deps.db, res, batch, { on: today(deps.clock.now()), query: req.query });
  });
  router.get('/imports/:id/rest.xlsx', (req, res) => sendRest(deps, req, res));
  router.get('/imports/:id/choices', async (req, res) => {
    choicesPage(res, await decidable(deps, req, res), formView(sayTo(res), {}), pageOf(req));
  });
  router.post('/imports/:id/choices', (req, res) => choose(deps, req, res));
  router.post('/imports/:id/run', (req, res) => run(deps, req, res));
  router.post('/imports/:id/plan', (req, res) => planAgain(deps, req, res));
  router.post('/imports/:id/resumption', (req, res) => resume(deps, req, res));
  router.get('/imports/:id/taking-back', async (req, res) => {
    takeBackPage(res, await takeable(deps, req, res), formView(sayTo(res), {}));
  });
  router.post('/imports/:id/taking-back', (req, res) => takeBack(deps, req, res));
  return router;
}

const actorOf = ({ clock }: Deps, res: Response): Actor => ({
  accountId: viewerOf(res).accountId,
  at: clock.now(),
});

async function showList(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canImport(viewer));
  const { say, lang } = frameOf(res);
  const number = Math.max(1, Number(/^\d{1,6}$/.exec(String(req.query.page ?? ''))?.[0] ?? 1));
  const { rows, total } = await listBatches(deps.db, viewer, number);
  page(res, 'imports/list', {
    title: say('imports.title'),
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    actions: [{ href: `${importsHref}/new`, label: say('imports.new') }],
    lines: rows.map((row) => presentLine(row, { say, lang })),
    pages: pagesOf(
      say,
      { total, page: number, size: batchesOnAPage },
      (to) => `/imports?page=${to}`,
    ),
  });
}

function sendBook(res: Response, name: string, bytes: Buffer): void {
  res.type('xlsx').set('Cache-Control', 'no-store').attachment(name).send(bytes);
}

async function sendRest(deps: Deps, req: Request, res: Response): Promise<void> {
  const batch = await batchOf(deps, req, res);
  const { say, lang } = frameOf(res);
  sendBook(res, `rest-${batch.id}.xlsx`, found(await restWorkbook(batch, { say, lang })));
}

/** @throws Conflict for one of which nothing can be decided any more */
async function decidable(deps: Deps, req: Request, res: Response): Promise<NamedBatch> {
  const batch = await batchOf(deps, req, res);
  if (!isDecidable(batch)) throw new Conflict('record.changed-meanwhile');
  return batch;
}

async function choose(deps: Deps, req: Request, res: Response): Promise<void> {
  const batch = await decidable(deps, req, res);
  const read = choicesOf(req.body, batch);
  if ('faults' in read) {
    const say = sayTo(res);
    res.status(422);
    const form = formView(say, read.typed, read.faults, read.labels(say));
    return choicesPage(res, batch, form, pageOf(req));
  }
  // What is under way began without these choices: it is not joined.
  if (isUnderWay(batch.id)) throw new Conflict('record.changed-meanwhile');
  const by = actorOf(deps, res);
  await inBackground(batch.id, 'plan', () => planImport(deps.db, by, batch.id, read.choices));
  leadOn(res, `${importsHref}/${batch.id}`);
}

async function run(deps: Deps, req: Request, res: Response): Promise<void> {
  const batch = await batchOf(deps, req, res);
  const { id } = batch;
  const fingerprint = String(req.body.fingerprint ?? '');
  const href = `${importsHref}/${id}`;
  // The same button pressed again leads to what came of it.
  if (batch.state !== 'planned' && batch.fingerprint === fingerprint) return leadOn(res, href);
  try {
    const by = actorOf(deps, res);
    await inBackground(id, 'run', () => runImport(deps.db, by, { id, fingerprint }));
    leadOn(res, href);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const problem = sayTo(res)(error.key);
    const on = today(deps.clock.now());
    await showBatch(deps.db, res.status(409), await batchOf(deps, req, res), { on, problem });
  }
}

/** Plans it anew: a month was reopened, a space came free, somebody else logged one of the list. */
async function planAgain(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id } = await decidable(deps, req, res);
  const by = actorOf(deps, res);
  await inBackground(id, 'plan', () => planImport(deps.db, by, id));
  leadOn(res, `${importsHref}/${id}`);
}

/** Goes on with what was broken off when the service ended. */
async function resume(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const { id, state, fingerprint, takeBackReason: reason } = await batchOf(deps, req, res);
  const by = actorOf(deps, res);
  if (state === 'planning') await inBackground(id, 'plan', () => planImport(db, by, id));
  else if (state === 'running')
    await inBackground(id, 'run', () => runImport(db, by, { id, fingerprint }));
  else if (state === 'taking-back')
    await inBackground(id, 'take-back', () => takeBackImport(db, by, { id, reason }));
  else throw new Conflict('record.changed-meanwhile');
  leadOn(res, `${importsHref}/${id}`);
}

/** @throws Conflict for one that was not run, or was taken back */
async function takeable(deps: Deps, req: Request, res: Response): Promise<NamedBatch> {
  const batch = await batchOf(deps, req, res);
  if (batch.ranAt === null || !['done', 'planned'].includes(batch.state))
    throw new Conflict('record.changed-meanwhile');
  return batch;
}

const TakeBackForm = z.object({ reason: text(200) });
const labels = { reason: 'imports.back.reason' } as const;

async function takeBack(deps: Deps, req: Request, res: Response): Promise<void> {
  const batch = await batchOf(deps, req, res);
  const href = `${importsHref}/${batch.id}`;
  if (batch.state === 'taking-back' || batch.state === 'taken-back') return leadOn(res, href);
  const by = actorOf(deps, res);
  const form = await takeForm(TakeBackForm, req.body, ({ reason }) =>
    inBackground(batch.id, 'take-back', () =>
      takeBackImport(deps.db, by, { id: batch.id, reason }),
    ),
  );
  if (form.ok) return leadOn(res, href);
  const say = sayTo(res);
  res.status(422);
  takeBackPage(res, batch, formView(say, form.typed, form.faults, labelsOf(say, labels)));
}

function takeBackPage(res: Response, batch: NamedBatch, form: FormView): void {
  const { say, lang } = frameOf(res);
  const { id, fileName, ranAt } = batch;
  page(res, 'imports/taking-back', {
    title: say('imports.back.title'),
    over: fileName,
    crumbs: [
      { href: importsHref, label: say('imports.title') },
      { href: `${importsHref}/${id}`, label: fileName },
    ],
    lead: say('imports.back.lead', { day: day(lastDayToTakeBack(ranAt ?? batch.createdAt), lang) }),
    action: `${importsHref}/${id}/taking-back`,
    back: `${importsHref}/${id}`,
    form,
    hasErrors: form.summary.length > 0,
  });
}

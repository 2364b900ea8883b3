import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { transact } from '../database/database.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import { wantsJson } from '../web/error-handler.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import type { ExportingDeps } from './deps.js';
import { exportsFolder } from './exports-folder.js';
import { jobsOf } from './jobs.js';
import { canExport } from './permissions.js';
import { presentJob } from './present-jobs.js';
import { asFile, sendBytes } from './send-export.js';
import { cancelJob, startJob } from './start-job.js';

/** Seconds until the progress of a job is asked for again. */
const refreshSeconds = 2;

/** Files that are made in the background: asked for, watched, fetched, cancelled. Each is seen by whom it belongs to. */
export function jobRoutes(deps: ExportingDeps): Router {
  const router = Router();
  router.get('/reports/jobs/new', (req, res) => askFor(deps, res, String(req.query.address ?? '')));
  router.post('/reports/jobs', (req, res) => start(deps, req, res));
  router.get('/reports/jobs/:id', (req, res) => showJob(deps, req, res));
  router.get('/reports/jobs/:id/file', (req, res) => sendJob(deps, req, res));
  router.post('/reports/jobs/:id/cancellation', (req, res) => cancel(deps, req, res));
  return router;
}

/** What would be made: prepared as the page itself would, so that whoever may not see it is told at once. */
async function preparedOf(deps: ExportingDeps, res: Response, address: string) {
  const viewer = viewerOf(res);
  allow(canExport(viewer));
  const { source, query, params } = found(deps.exports.find(address));
  const { say, lang } = frameOf(res);
  return source({ deps, viewer, query, params, voice: { say, lang } });
}

async function askFor(
  deps: ExportingDeps,
  res: Response,
  address: string,
  form?: FormView,
): Promise<void> {
  const prepared = await preparedOf(deps, res, address);
  const { say } = frameOf(res);
  page(res, 'exports/new-job', {
    title: say('reports.jobs.new'),
    hasErrors: form !== undefined,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    form: form ?? formView(say, {}),
    address,
    rows: [
      { label: say('reports.cover.what'), value: prepared.title },
      { label: say('reports.cover.rows'), value: String(prepared.rows) },
    ],
    back: prepared.address,
  });
}

async function start(deps: ExportingDeps, req: Request, res: Response): Promise<void> {
  const address = typeof req.body.address === 'string' ? req.body.address : '';
  const { title, rows: total } = await preparedOf(deps, res, address);
  const { lang } = frameOf(res);
  const form = await actOnce(deps, req, res, z.object({ address: z.string() }), async (tx, by) => {
    const id = await startJob(tx, by, { address, title, total, lang }, deps.exports);
    return `/reports/jobs/${id}`;
  });
  if (form.ok) jobsOf(deps).wake();
  await answerForm(res, form, {}, (view) => askFor(deps, res, address, view));
}

const jobOf = async ({ db }: ExportingDeps, req: Request, res: Response) =>
  found(
    await db.reportJob.findFirst({
      where: { id: idParam(req.params.id), accountId: viewerOf(res).accountId },
    }),
  );

async function showJob(deps: ExportingDeps, req: Request, res: Response): Promise<void> {
  const job = await jobOf(deps, req, res);
  const { say, lang } = frameOf(res);
  const shown = presentJob(job, { say, lang });
  res.vary('Accept').set('Cache-Control', 'no-store');
  if (wantsJson(req)) return void res.json({ progress: shown.progress });
  page(res, 'exports/job', {
    ...(shown.progress ? { refreshSeconds } : {}),
    followed: shown.progress ? String(refreshSeconds) : null,
    title: say('reports.jobs.title'),
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    over: job.title,
    job: shown,
  });
}

async function sendJob(deps: ExportingDeps, req: Request, res: Response): Promise<void> {
  const job = await jobOf(deps, req, res);
  const file = found(job.file);
  asFile(res, job.title, job.format === 'csv' ? 'csv' : 'xlsx');
  if (job.size !== null) res.set('Content-Length', String(job.size));
  await sendBytes(req, res, createReadStream(path.join(exportsFolder(deps.config), file)));
}

async function cancel({ db, clock }: ExportingDeps, req: Request, res: Response): Promise<void> {
  const id = idParam(req.params.id);
  await transact(db, (tx) =>
    cancelJob(tx, { accountId: viewerOf(res).accountId, at: clock.now() }, id),
  );
  leadOn(res, `/reports/jobs/${id}`);
}

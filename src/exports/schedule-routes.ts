import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import { allow } from '../web/errors.js';
import { choice, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import type { ExportingDeps } from './deps.js';
import { endSchedule, makeSchedule } from './make-schedule.js';
import { canExport } from './permissions.js';
import { exportFormats } from './prepared.js';
import { cadences } from './schedule-days.js';

const Form = z.object({
  report: z.string().max(40),
  scope: z.string().max(40),
  format: choice(exportFormats),
  cadence: choice(cadences),
  day: wholeNumber(1, 28),
});
const labels: Labels = {
  report: 'reports.schedule.report',
  scope: 'reports.cover.scope',
  format: 'reports.schedule.format',
  cadence: 'reports.schedule.cadence',
  day: 'reports.schedule.day',
};

/** What stands in a new form. */
const usual = { format: 'xlsx', cadence: 'monthly', day: '5' };

/** Reports that are made by themselves on their days. */
export function scheduleRoutes(deps: ExportingDeps): Router {
  const router = Router();
  router.get('/reports/schedules/new', (req, res) => {
    allow(canExport(viewerOf(res)));
    const { report } = req.query;
    return showForm(deps, res, null, typeof report === 'string' ? report : '');
  });
  router.post('/reports/schedules', (req, res) => make(deps, req, res));
  router.post('/reports/schedules/:id/end', (req, res) => end(deps, req, res));
  return router;
}

async function make(deps: ExportingDeps, req: Request, res: Response): Promise<void> {
  allow(canExport(viewerOf(res)));
  const { lang } = frameOf(res);
  const form = await actOnce(deps, req, res, Form, async (tx, by, input) => {
    await makeSchedule(tx, by, { ...input, lang }, deps.exports.scheduling);
    return '/reports#schedules';
  });
  await answerForm(res, form, labels, (view) => showForm(deps, res, view));
}

async function end({ db, clock }: ExportingDeps, req: Request, res: Response): Promise<void> {
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  await transact(db, (tx) => endSchedule(tx, by, idParam(req.params.id)));
  leadOn(res, '/reports#schedules');
}

/** @param view what was typed, or null for a new form about a report */
async function showForm(
  { db, clock, exports }: ExportingDeps,
  res: Response,
  view: FormView | null,
  report = '',
): Promise<void> {
  const { say, lang } = frameOf(res);
  const now = today(clock.now());
  const { choices: choicesOn } = exports.scheduling;
  const { scope, ...choices } = await choicesOn(db, viewerOf(res), { say, lang }, now);
  const form = view ?? formView(say, { report, scope, ...usual });
  page(res, 'exports/new-schedule', {
    title: say('reports.schedule.new'),
    hasErrors: form.summary.length > 0,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    form,
    reports: choices.reports,
    scopes: choices.scopes,
    formats: exportFormats.map((value) => ({ value, label: value.toUpperCase() })),
    cadences: cadences.map((value) => ({ value, label: say(`reports.cadence.${value}`) })),
  });
}

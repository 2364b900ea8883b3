import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { transact } from '../database/database.js';
import { widestScope } from '../ledger/seen-scope.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { canReadReports } from '../reports/ask-report.js';
import { reportKeys } from '../reports/report.js';
import { scopeChoices } from '../reports/scope-choices.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { choice, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { page } from '../web/views.js';
import { endSchedule, makeSchedule } from './make-schedule.js';
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

/** Reports that are made by themselves on their days. */
export function scheduleRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/schedules/new', async (req, res) => {
    allow(canReadReports(viewerOf(res)));
    const { report } = req.query;
    const typed = {
      format: 'xlsx',
      cadence: 'monthly',
      day: '5',
      scope: widestScope(viewerOf(res)),
    };
    const view = formView(frameOf(res).say, {
      ...typed,
      report: typeof report === 'string' ? report : '',
    });
    await showForm(deps, res, view);
  });
  router.post('/reports/schedules', (req, res) => make(deps, req, res));
  router.post('/reports/schedules/:id/end', (req, res) => end(deps, req, res));
  return router;
}

async function make(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canReadReports(viewerOf(res)));
  const { lang } = frameOf(res);
  const form = await actOnce(deps, req, res, Form, async (tx, by, input) => {
    await makeSchedule(tx, by, { ...input, lang });
    return '/reports#schedules';
  });
  await answerForm(res, form, labels, (view) => showForm(deps, res, view));
}

async function end({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  await transact(db, (tx) => endSchedule(tx, by, idParam(req.params.id)));
  res.redirect(303, '/reports#schedules');
}

async function showForm({ db }: Deps, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const viewer = viewerOf(res);
  const kept = await db.crossTable.findMany({
    where: { accountId: viewer.accountId, removedAt: null },
  });
  page(res, 'exports/new-schedule', {
    title: say('reports.schedule.new'),
    hasErrors: form.summary.length > 0,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    form,
    reports: [
      ...reportKeys.map((value) => ({ value, label: say(`reports.name.${value}`) })),
      ...kept.map(({ id, name }) => ({
        value: `cross-table:${id}`,
        label: `${say('reports.cross.title')} · ${name}`,
      })),
    ],
    scopes: await scopeChoices(db, viewer, { say, lang }),
    formats: exportFormats.map((value) => ({ value, label: value.toUpperCase() })),
    cadences: cadences.map((value) => ({ value, label: say(`reports.cadence.${value}`) })),
  });
}

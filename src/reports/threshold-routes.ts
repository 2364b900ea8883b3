import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { sinceFields, sinceLabels, sinceOf, sinceOptions } from '../ledger/since.js';
import { type Thresholds, thresholdKeys, thresholdsOn } from '../parks/thresholds.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { hundredths, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { canReadReports } from './ask-report.js';
import { canSetThresholds } from './permissions.js';
import { setThresholds } from './set-thresholds.js';

const Form = z.object({
  ventures: wholeNumber(0, 100_000),
  survival: hundredths(10_000),
  'on-time': hundredths(10_000),
  use: hundredths(10_000),
  'jobs-each': hundredths(1_000_000),
  activities: wholeNumber(0, 1000),
  reach: hundredths(10_000),
  'stay-months': wholeNumber(1, 240),
  'visit-days': wholeNumber(1, 1000),
  ...sinceFields,
});

const labels: Labels = Object.assign(
  Object.fromEntries(thresholdKeys.map((key) => [key, `reports.threshold.${key}` as const])),
  sinceLabels,
);

/** The standards of the park evaluation: everyone who reads it sees them, the bureau sets them. */
export function thresholdRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/thresholds', async (_req, res) => {
    allow(canReadReports(viewerOf(res)));
    const now = await thresholdsOn(deps.db, today(deps.clock.now()));
    showThresholds(deps, res, formView(frameOf(res).say, typedOf(now)));
  });
  router.post('/reports/thresholds', (req, res) => change(deps, req, res));
  return router;
}

async function change(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canSetThresholds(viewerOf(res)));
  const form = await actOnce(deps, req, res, Form, async (tx, by, input) => {
    const { since, changedOn, changeReason, ...wanted } = input;
    const meant = sinceOf({ since, changedOn, changeReason }, today(by.at));
    await setThresholds(tx, by, wanted, meant);
    return '/reports/thresholds';
  });
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  await answerForm(res, form, labels, (view) => showThresholds(deps, res, view));
}

const whole: readonly (keyof Thresholds)[] = [
  'ventures',
  'activities',
  'stay-months',
  'visit-days',
];
const isWhole = (key: keyof Thresholds): boolean => whole.includes(key);

const typedOf = (now: Thresholds): Record<string, string> =>
  Object.assign(
    Object.fromEntries(
      thresholdKeys.map((key) => [key, String(isWhole(key) ? now[key] : now[key] / 100)]),
    ),
    { since: 'from' },
  );

function showThresholds({ clock }: Deps, res: Response, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'reports/thresholds', {
    title: say('reports.thresholds.title'),
    hasErrors: form.summary.length > 0,
    crumbs: [
      { href: '/reports', label: say('reports.title') },
      { href: '/reports/park-evaluation', label: say('reports.name.park-evaluation') },
    ],
    form,
    since: sinceOptions(say),
    today: today(clock.now()),
    maySet: canSetThresholds(viewerOf(res)),
    fields: thresholdKeys.map((name) => ({
      name,
      label: say(`reports.threshold.${name}`),
      unit: say(`reports.threshold.unit.${name}`),
      decimal: !isWhole(name),
      value: form.typed[name],
    })),
  });
}

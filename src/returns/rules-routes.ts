import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { canChangeRules, changeRules, readRules, stampOf, typedRules } from './return-rules.js';

const RulesForm = z.object({
  dueDay: wholeNumber(1, 28),
  remindDays: wholeNumber(0, 28),
  ventureJumpPeople: wholeNumber(0, 100_000),
  ventureJumpPercent: wholeNumber(0, 1000),
  parkJumpPercent: wholeNumber(0, 1000),
  rosterYears: wholeNumber(1, 3),
  seen: z.string().max(60),
});
const labels: Labels = {
  dueDay: 'returns.rules.due-day',
  remindDays: 'returns.rules.remind-days',
  ventureJumpPeople: 'returns.rules.venture-people',
  ventureJumpPercent: 'returns.rules.venture-percent',
  parkJumpPercent: 'returns.rules.park-percent',
  rosterYears: 'returns.rules.roster-years',
};

/** When returns are due and which changes are asked about: data of the bureau. */
export function returnRulesRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/rules', async (_req, res) => {
    allow(canChangeRules(viewerOf(res)));
    const rules = await readRules(deps.db);
    const typed = Object.entries(typedRules(rules)).map(([name, value]) => [name, String(value)]);
    const form = { ...Object.fromEntries(typed), seen: stampOf(rules) };
    rulesPage(res, formView(sayTo(res), form));
  });
  router.post('/returns/rules', (req, res) => change(deps, req, res));
  return router;
}

async function change(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canChangeRules(viewerOf(res)));
  const form = await actOnce(deps, req, res, RulesForm, async (tx, by, rules) => {
    await changeRules(tx, by, rules);
    return '/returns';
  });
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  const say = sayTo(res);
  rulesPage(res.status(422), formView(say, form.typed, form.faults, labelsOf(say, labels)));
}

function rulesPage(res: Response, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'returns/rules', {
    title: say('returns.rules.title'),
    form,
    fields: labelsOf(say, labels),
    hasErrors: form.summary.length > 0,
  });
}

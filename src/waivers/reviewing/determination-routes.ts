import { type Request, type Response, Router } from 'express';
import { today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { Tx } from '../../database/database.js';
import { yuan } from '../../language/format.js';
import type { Assessment } from '../../policies/assess.js';
import { presentSchedule } from '../../policies/present-schedule.js';
import { remainingInAll } from '../../policies/remaining.js';
import { isOfRent } from '../../policies/rules.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { assessCase } from '../assess-case.js';
import { approveApplication, refuseApplication } from '../determine-application.js';
import { correctionsIn } from '../difference.js';
import type { CaseFile } from '../find-case.js';
import { grantWaiver } from '../grant-waiver.js';
import { noticeFrom } from '../notice.js';
import { lastDecision } from '../outcome.js';
import { correctionRows } from '../present-fact-corrections.js';
import { reasons } from '../reasons.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { DeterminationForm, deskLabels, SeenForm } from './desk-forms.js';
import { option } from './outcome-option.js';
import { assessedRow } from './present-assessed.js';
import { differenceRows } from './present-difference.js';
import { topRows } from './present-review.js';

/** The determination by the bureau (认定), and granting after the public notice. */
export function determinationRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/determination', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'approve', 'refuse');
    await determinationPage(deps, res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/determination', (req, res) => determine(deps, req, res));
  router.get('/waivers/:number/grant', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'grant');
    grantPage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/grant', (req, res) => grant(deps, req, res));
  return router;
}

async function determine(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'approve', 'refuse');
  const form = await actOnCase(
    deps,
    req,
    res,
    application,
    DeterminationForm,
    (tx, by, seen, sent) => {
      const { outcome, note } = sent;
      const verb = outcome.move === 'approve' ? approveApplication : refuseApplication;
      return verb(tx as Tx, by, seen, { reason: outcome.reason, note });
    },
  );
  await answerForm(res, form, deskLabels, (view) =>
    determinationPage(deps, res, application, view),
  );
}

async function determinationPage(
  { db, clock }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { facts, assessment } = await assessCase(db, application);
  casePage(res, application, form, {
    view: 'determination',
    title: voice.say('waivers.act.approve'),
    rows: [
      ...topRows(application, voice),
      assessedRow(assessment, voice),
      ...(await differenceRows(db, application, assessment, voice)),
      ...noticeRow(application, clock.now(), voice),
    ],
    options: decisionOptions(assessment, voice),
    schedule: {
      rows: presentSchedule(assessment.schedule, { facts, rules: application.rules }, voice),
      total: yuan(assessment.schedule.total, voice.lang),
      hasRent: isOfRent(application.rules),
      remains: yuan(remainingInAll(assessment.schedule).remains, voice.lang),
    },
    differs: !assessment.eligible,
    corrections: correctionRows(correctionsIn(application), voice),
    correctHref: `/waivers/${application.number}/fact-correction`,
  });
}

/** Approving as assessed is no choice where the assessment says otherwise; nothing to grant leaves only a refusal. */
function decisionOptions({ eligible, schedule }: Assessment, voice: Frame) {
  const approvals = reasons.approve
    .filter((reason) => schedule.total > 0 && (eligible || reason !== 'as-assessed'))
    .map((reason) => option('approve', reason, voice));
  return [...approvals, ...reasons.refuse.map((reason) => option('refuse', reason, voice))];
}

function noticeRow({ rules, calendar }: CaseFile, now: Date, voice: Frame) {
  const { say } = voice;
  const { noticeTo } = noticeFrom(calendar, today(now), rules.limits);
  const values = { n: rules.limits.notice, day: shownDay(calendar, noticeTo, voice) };
  return [{ label: say('waivers.review.notice'), value: say('waivers.desk.notice', values) }];
}

async function grant(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'grant');
  const form = await actOnCase(deps, req, res, application, SeenForm, grantWaiver);
  await answerForm(res, form, deskLabels, (view) => grantPage(res, application, view));
}

function grantPage(res: Response, application: CaseFile, form: FormView): void {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const outcome = lastDecision(application.steps)?.outcome;
  const total = yuan(outcome?.total ?? 0, lang);
  casePage(res, application, form, {
    view: 'grant',
    title: say('waivers.act.grant'),
    rows: [
      ...topRows(application, voice),
      {
        label: say('waivers.review.schedule'),
        value: say('waivers.review.step.amount', { yuan: total, n: outcome?.months.length ?? 0 }),
      },
    ],
  });
}

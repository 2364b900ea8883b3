import { type Request, type Response, Router } from 'express';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { amendWaiver } from '../amend-waiver.js';
import { assessCase } from '../assess-case.js';
import { namesIn } from '../case-records.js';
import { correctionsIn } from '../difference.js';
import type { CaseFile } from '../find-case.js';
import type { Ground } from '../objections.js';
import type { SeenCase } from '../open-case.js';
import { canResolveObjections } from '../permissions.js';
import { correctionRows } from '../present-fact-corrections.js';
import { reasons } from '../reasons.js';
import { overturnRefusal, upholdDecision } from '../reconsider-application.js';
import { type Reconsidered, reconsidered } from '../reconsidered.js';
import { recusalFault } from '../recusal.js';
import { resolveObjection } from '../resolve-objection.js';
import { restoreWaiver } from '../revoke-waiver.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { AnswerForm, deskLabels, ReconsiderationForm } from './desk-forms.js';
import { option } from './outcome-option.js';
import { assessedRow } from './present-assessed.js';
import { differenceRows } from './present-difference.js';
import { objectionRows, topRows } from './present-review.js';

/** What the bureau decides when it is asked to look again: a reconsideration, an objection. */
export function reconsiderationRoutes(deps: Deps): Router {
  const router = Router();
  const outcome = '/waivers/:number/reconsideration-outcome';
  router.get(outcome, async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'uphold');
    await outcomePage(deps, res, application, formView(sayTo(res), {}));
  });
  router.post(outcome, (req, res) => decide(deps, req, res));
  const answer = '/waivers/:number/objections/:id/answer';
  router.get(answer, async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await answerPage(
      deps,
      res,
      application,
      objectionOf(req, res, application),
      formView(sayTo(res), {}),
    );
  });
  router.post(answer, (req, res) => answerObjection(deps, req, res));
  return router;
}

async function decide(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'uphold');
  const form = await actOnCase(
    deps,
    req,
    res,
    application,
    ReconsiderationForm,
    (tx, by, seen, sent) => decideBy(tx, by, seen, { ...sent.outcome, note: sent.note }),
  );
  await answerForm(res, form, deskLabels, (view) => outcomePage(deps, res, application, view));
}

const verbOf = { uphold: upholdDecision, overturn: overturnRefusal, amend: amendWaiver };

function decideBy(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { move, reason, note }: { move: string; reason: string; note: string },
): Promise<number> {
  if (move === 'restore') return restoreWaiver(tx, by, seen, { note });
  return verbOf[move as keyof typeof verbOf](tx, by, seen, { reason, note });
}

async function outcomePage(
  { db }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const { assessment } = await assessCase(db, application);
  const step = application.steps.findLast(({ move }) => move === 'reconsider');
  const of = reconsidered(application);
  casePage(res, application, form, {
    view: 'reconsideration-outcome',
    title: say('waivers.act.uphold'),
    rows: [
      ...topRows(application, voice),
      { label: say('waivers.desk.against'), value: say(`waivers.desk.against.${of}`) },
      assessedRow(assessment, voice),
      ...(await differenceRows(db, application, assessment, voice)),
      { label: say('waivers.desk.asked'), value: step?.note ?? '' },
    ],
    options: [
      ...reasons.uphold.map((reason) => option('uphold', reason, voice)),
      ...otherOutcomes(of, voice),
    ],
    corrections: correctionRows(correctionsIn(application), voice),
    correctHref: `/waivers/${application.number}/fact-correction`,
  });
}

/** What can be decided instead of upholding it: against a refusal, a grant, or what took a waiver away. */
function otherOutcomes(of: Reconsidered, voice: Frame) {
  if (of === 'refused') return reasons.overturn.map((reason) => option('overturn', reason, voice));
  if (of === 'granted') return reasons.amend.map((reason) => option('amend', reason, voice));
  return [{ value: 'restore', label: voice.say('waivers.desk.outcome.restore') }];
}

/** @throws NotFound for one of another case; Forbidden for who does not answer objections */
function objectionOf(req: Request, res: Response, application: CaseFile) {
  const id = idParam(req.params.id);
  const objection = found(application.objections.find((each) => each.id === id));
  allow(canResolveObjections(viewerOf(res)));
  return objection;
}

async function answerObjection(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  const objection = objectionOf(req, res, application);
  const form = await actOnCase(
    deps,
    req,
    res,
    application,
    AnswerForm,
    (tx, by, { version }, sent) => {
      const { answer, also } = sent;
      const resolution = { upholds: sent.finding === 'upheld', answer, also };
      return resolveObjection(tx, by, { id: objection.id, version }, resolution);
    },
  );
  await answerForm(res, form, deskLabels, (view) =>
    answerPage(deps, res, application, objection, view),
  );
}

/** Other nameless objections of the case that wait for an answer. */
const otherNameless = ({ objections }: CaseFile, { id }: { id: number }) =>
  objections.filter(
    (other) => other.id !== id && other.state === 'open' && other.provenAt === null,
  );

async function answerPage(
  { db }: Deps,
  res: Response,
  application: CaseFile,
  objection: CaseFile['objections'][number],
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const names = namesIn(application);
  const viewer = viewerOf(res);
  const isBarred = (await recusalFault(db, viewer, application)) !== null;
  const own = { ...application, objections: [objection] };
  casePage(res, application, form, {
    view: 'objection-answer',
    title: say('waivers.act.answer-objection'),
    objections: objectionRows(own, { viewer, names, isBarred, hasLink: false }, voice),
    action: `/waivers/${application.number}/objections/${objection.id}/answer`,
    isOpen: objection.state === 'open' && application.state === 'notice',
    also: otherNameless(application, objection).map(({ id, number, ground, text }) => ({
      value: String(id),
      label: say('waivers.desk.also-one', {
        number,
        ground: say(`waivers.ground.${ground as Ground}`),
      }),
      hint: text,
    })),
    options: (['dismissed', 'upheld'] as const).map((value) => ({
      value,
      label: say(`waivers.desk.finding.${value}`),
    })),
  });
}

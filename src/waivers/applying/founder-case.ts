import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import { time } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { voiceOf } from '../../policies/form-of.js';
import { isInSums } from '../../policies/in-sums.js';
import { isAhead, lossesAhead } from '../../policies/losses-ahead.js';
import { presentAssessment } from '../../policies/present-assessment.js';
import { lossAheadText } from '../../policies/present-loss.js';
import { isOfRent } from '../../policies/rules.js';
import type { Deps } from '../../web/deps.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { assessmentOfCase, versionOfCase } from '../assess-case.js';
import type { CaseFile } from '../find-case.js';
import { ownPapers } from '../further-papers.js';
import { reconsiderable } from '../next-step.js';
import type { Ground, ObjectionState } from '../objections.js';
import { currentDecision } from '../outcome.js';
import { canAddPapers, canComment, canEndWaiver, canMove } from '../permissions.js';
import { aboutCase, caseRows, caseState, policyName } from '../present-case.js';
import { presentRenewal, renewalOf } from '../renewal.js';
import { letterName } from '../reviewing/present-review.js';
import { isOver, type StateName } from '../states.js';
import { endOf } from './months-of-term.js';
import { presentCorrection, presentSupplement } from './present-correction.js';
import { presentWaiver } from './present-waiver.js';
import { timelineOf } from './timeline.js';

/** The page of a case that was handed in, as its founder reads it; others who see it read the same. */
export async function showFounderCase(
  deps: Deps,
  _req: Request,
  res: Response,
  application: CaseFile,
  form?: FormView,
): Promise<void> {
  const frame = frameOf(res);
  const { say } = frame;
  const at = deps.clock.now();
  const reply = form ?? formView(say, {});
  page(res, 'waivers/case', {
    ...aboutCase(application, frame),
    crumbs: [{ href: '/waivers', label: say('waivers.mine') }],
    title: say('waivers.case.title', { policy: policyName(application, frame) }),
    number: application.number,
    state: caseState(application, at, frame),
    rows: caseRows(application, frame),
    correction:
      application.state === 'correction'
        ? presentCorrection(application, viewerOf(res), frame)
        : null,
    supplement: presentSupplement(application, viewerOf(res), frame),
    events: timelineOf(application, frame),
    objections: objectionsOf(application, frame),
    comments: commentsOf(application, frame),
    letters: application.letters.map(({ number, kind, madeAt }) => ({
      what: `${letterName(kind, say)} ${number}`,
      when: time(madeAt, frame.lang),
      href: `/waivers/${application.number}/letters/${number}`,
    })),
    historyHref: `/history/application/${application.id}`,
    assessment: await assessmentOf(deps, application, frame),
    assessmentLead: say(
      currentDecision(application.steps)
        ? 'waivers.case.assessment-decided'
        : 'waivers.case.assessment-lead',
    ),
    losses: await lossesOf(deps, application, frame),
    waiver: await waiverOf(deps, application, frame),
    actions: actionsOf(application, res, at, frame),
    canReply: canComment(viewerOf(res), application) && isFounders(res, application),
    form: reply,
    hasErrors: reply.summary.length > 0,
  });
}

const isFounders = (res: Response, { personId }: CaseFile): boolean =>
  viewerOf(res).personId === personId;

/** What was objected while the case was on notice, with its answer: never who it was, nor whether it was with a name. */
const objectionsOf = ({ objections }: CaseFile, { say, lang }: Frame) =>
  objections
    .map(({ at, ground, text, state, answer }) => ({
      what: say('waivers.case.objection', {
        ground: say(`waivers.ground.${ground as Ground}`),
        state: say(`waivers.review.objection.${state as ObjectionState}`),
      }),
      when: time(at, lang),
      text,
      answer: answer === '' ? null : answer,
    }))
    .reverse();

const commentsOf = ({ comments }: CaseFile, { say, lang }: Frame) =>
  comments
    .filter(({ audience }) => audience === 'founder')
    .map(({ at, text, isApplicants }) => ({
      what: say(isApplicants === 1 ? 'waivers.case.you' : 'waivers.case.office'),
      when: time(at, lang),
      text,
    }));

async function assessmentOf({ db }: Deps, application: CaseFile, frame: Frame) {
  if (application.submittedAt === null) return null;
  const { facts, assessment } = await assessmentOfCase(db, application);
  return presentAssessment(assessment, facts, versionOfCase(application), frame);
}

/**
 * What time takes away of what was asked for or granted, where it is not over: of a waiver its term and the categories, as
 * its months tell of what falls.
 */
async function lossesOf({ db, clock }: Deps, application: CaseFile, frame: Frame) {
  const { state, submittedAt, waiver, rules } = application;
  const isOpen = waiver ? waiver.endedOn === null : !isOver(state as StateName);
  if (submittedAt === null || !isOpen) return [];
  const { facts, assessment } = await assessmentOfCase(db, application);
  return lossesAhead(rules, facts, assessment.schedule)
    .filter((loss) => isAhead(loss, today(clock.now())) && (!waiver || loss.kind !== 'falls'))
    .map((loss) => lossAheadText(loss, voiceOf(rules, frame)));
}

async function waiverOf({ db, clock }: Deps, application: CaseFile, frame: Frame) {
  const { waiver } = application;
  if (!waiver) return null;
  const on = today(clock.now());
  const isOver = waiver.endedOn !== null;
  const renewal = isOver ? null : await renewalOf(db, waiver, on);
  return {
    ...presentWaiver(waiver, on, frame, {
      inSums: isInSums(application.rules),
      hasRent: isOfRent(application.rules),
    }),
    renewal: renewal && presentRenewal(renewal, application.number, frame),
  };
}

/** What else the viewer may do: each a page of its own. */
function actionsOf(application: CaseFile, res: Response, at: Date, { say }: Frame) {
  const viewer = viewerOf(res);
  const on = today(at);
  const may = (act: string, key: Parameters<typeof say>[0], isAllowed: boolean) =>
    isAllowed ? [{ href: `/waivers/${application.number}/${act}`, label: say(key) }] : [];
  const runs =
    application.waiver && application.waiver.endedOn === null && on < endOf(application.waiver);
  const canAsk =
    canMove(viewer, application, 'reconsider') && reconsiderable(application, on) !== null;
  return [
    ...may('reconsideration', 'waivers.reconsider', canAsk),
    ...may(`proof/${ownPapers}`, 'waivers.own-papers', canAddPapers(viewer, application)),
    ...may(
      'surrender',
      'waivers.surrender',
      Boolean(runs) && isFounders(res, application) && canEndWaiver(viewer, application),
    ),
    ...may(
      'withdrawal',
      'waivers.withdraw',
      application.waiver === null && canMove(viewer, application, 'withdraw'),
    ),
  ];
}

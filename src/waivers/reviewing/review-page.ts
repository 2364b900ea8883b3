import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import type { Db } from '../../database/database.js';
import { time } from '../../language/format.js';
import { canSeePrivate, canShowNumber } from '../../people/permissions.js';
import { type Viewer, viewerOf } from '../../people/viewer.js';
import { Facts } from '../../policies/facts.js';
import { presentAssessment } from '../../policies/present-assessment.js';
import { headcountSeries } from '../../ventures/headcount-series.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { answersOf } from '../answers.js';
import { assessmentOfCase, versionOfCase } from '../assess-case.js';
import { namesIn } from '../case-records.js';
import { colleaguesWhoMay } from '../colleagues.js';
import { correctionsIn } from '../difference.js';
import { factsOf, knownOf } from '../facts-of.js';
import type { CaseFile } from '../find-case.js';
import { stateTag } from '../next-step.js';
import { canComment, canReadInside } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import { correctionRows } from '../present-fact-corrections.js';
import { recusalFault } from '../recusal.js';
import { isOver, type StateName } from '../states.js';
import { otherBenefitsOf } from './other-benefits.js';
import { actionsOn, hasOpenObjection } from './present-actions.js';
import { verdictOf } from './present-assessed.js';
import { benefitRows } from './present-benefits.js';
import { factChanges, factRows } from './present-facts.js';
import { proofRows } from './present-proof.js';
import {
  commentRows,
  editionRows,
  headcountRows,
  identityRow,
  letterRows,
  objectionRows,
  topRows,
} from './present-review.js';
import { stepEvents } from './present-steps.js';

/**
 * The page of a case for those who review it.
 * @throws NotFound for a draft; Forbidden for who only applies in it
 */
export async function showReviewCase(
  deps: Deps,
  _req: Request,
  res: Response,
  application: CaseFile,
): Promise<void> {
  await reviewPage(deps, res, application, formView(frameOf(res).say, {}));
}

/** @param form what was refused of a button on the page */
export async function reviewPage(
  { db, clock }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadInside(viewer, application));
  const edition = found(application.editions.at(-1));
  const voice = frameOf(res);
  const { say } = voice;
  const on = today(clock.now());
  const names = namesIn(application);
  const fault = await recusalFault(db, viewer, application);
  const isBarredAtBureau = fault !== null && viewer.role === 'bureau-staff';
  const colleagues = isBarredAtBureau ? await colleaguesWhoMay(db, application) : null;
  const holder = isAnothers(application, viewer)
    ? (names.get(application.claimedById ?? 0) ?? '')
    : null;
  const { facts, assessment } = await assessmentOfCase(db, application);
  const assessed = presentAssessment(assessment, facts, versionOfCase(application), voice);
  const other = await otherBenefitsOf(db, viewer, application);
  const handedIn = Facts.parse(edition.facts);
  page(res, 'waivers/review', {
    title: say('waivers.review.title', { venture: application.venture.name }),
    over: application.number,
    crumbs: [{ href: '/waivers/queue', label: say('waivers.queue.title') }],
    state: stateTag(application.state, voice),
    clock: clockOf({ ...application, isObjectedTo: hasOpenObjection(application) }, on, voice),
    holder: holderText(application, viewer, names, voice),
    seen: application.version,
    href: `/waivers/${application.number}`,
    actions: actionsOn(application, viewer, { fault, colleagues, now: clock.now(), holder }, voice),
    top: [...topRows(application, voice), ...identityRow(application, viewer, voice)],
    canShowNumber:
      canShowNumber(viewer, application.person) && application.person.identity !== null,
    showHref: `/people/${application.person.number}/identity/showing`,
    facts: factRows(handedIn, voice),
    corrections: correctionRows(correctionsIn(application), voice),
    proof: proofRows(application, handedIn, canSeePrivate(viewer, application.person), voice),
    assessed,
    verdict: verdictOf(assessed, voice),
    ...(await changesSince(db, application, clock.now(), voice)),
    benefits: benefitRows(other, voice),
    isKnownElsewhere: other.isKnownElsewhere,
    headcounts: headcountRows(await headcountSeries(db, application.ventureId, on), voice),
    steps: stepEvents(application.steps, names, voice),
    editions: editionRows(application, names, voice),
    letters: letterRows(application, voice),
    objections: objectionRows(
      application,
      { viewer, names, isBarred: fault !== null, hasLink: true },
      voice,
    ),
    comments: commentRows(application, names, voice),
    canComment: canComment(viewer, application) && viewer.role !== 'auditor',
    form,
    hasErrors: form.summary.length > 0,
  });
}

const isAnothers = ({ claimedById }: CaseFile, { accountId }: Viewer): boolean =>
  claimedById !== null && claimedById !== accountId;

function holderText(
  { claimedById, claimedAt }: CaseFile,
  { accountId }: Viewer,
  names: Map<number, string>,
  { say, lang }: Frame,
): string | null {
  if (claimedById === null || claimedAt === null) return null;
  if (claimedById === accountId)
    return say('waivers.review.claim.mine', { time: time(claimedAt, lang) });
  const who = names.get(claimedById) ?? '';
  return say('waivers.review.claim.of', { who, time: time(claimedAt, lang) });
}

/** What the register says otherwise today than when the case was handed in, while it can still be decided. */
async function changesSince(db: Db, application: CaseFile, now: Date, voice: Frame) {
  const edition = found(application.editions.at(-1));
  if (isOver(application.state as StateName)) return { changes: null, isGroundGone: false };
  const answers = answersOf(edition.answers);
  const facts = await factsOf(
    db,
    { ...application, answers },
    await knownOf(db, application, today(now)),
  );
  if (facts === null) return { changes: [], isGroundGone: true };
  return { changes: factChanges(Facts.parse(edition.facts), facts, voice), isGroundGone: false };
}

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
import { colleaguesWhoMay } from '../colleagues.js';
import { factsOf, knownOf } from '../facts-of.js';
import { stateTag } from '../next-step.js';
import { canComment, canReadInside } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import { recusalFault } from '../recusal.js';
import { isOver, type StateName } from '../states.js';
import { actionsOn } from './present-actions.js';
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
import {
  accountNames,
  findReviewedCase,
  otherBenefitsOf,
  type ReviewedCase,
} from './review-queries.js';

/**
 * The page of a case for those who review it.
 * @throws NotFound for a case outside the viewer's sight, or a draft; Forbidden for who only applies in it
 */
export async function showReviewCase(
  deps: Deps,
  _req: Request,
  res: Response,
  { number }: { number: string },
): Promise<void> {
  const one = found(await findReviewedCase(deps.db, viewerOf(res), number));
  await reviewPage(deps, res, one, formView(frameOf(res).say, { audience: 'inside' }));
}

/** @param comment the form for a comment, as it was typed where it was refused */
export async function reviewPage(
  { db, clock }: Deps,
  res: Response,
  one: ReviewedCase,
  comment: FormView,
): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadInside(viewer, one));
  const edition = found(one.editions.at(-1));
  const voice = frameOf(res);
  const { say } = voice;
  const on = today(clock.now());
  const names = await namesOf(db, one);
  const fault = await recusalFault(db, viewer, one);
  const isBarredAtBureau = fault !== null && viewer.role === 'bureau-staff';
  const colleagues = isBarredAtBureau ? await colleaguesWhoMay(db, one) : null;
  const holder = isAnothers(one, viewer) ? (names.get(one.claimedById ?? 0) ?? '') : null;
  const { facts, assessment } = await assessmentOfCase(db, one);
  const assessed = presentAssessment(assessment, facts, versionOfCase(one), voice);
  const other = await otherBenefitsOf(db, viewer, one);
  const handedIn = Facts.parse(edition.facts);
  page(res, 'waivers/review', {
    title: say('waivers.review.title', { venture: one.venture.name }),
    over: one.number,
    crumbs: [{ href: '/waivers/queue', label: say('waivers.queue.title') }],
    state: stateTag(one.state, voice),
    clock: clockOf(one, on, voice),
    holder: holderText(one, viewer, names, voice),
    seen: one.version,
    href: `/waivers/${one.number}`,
    actions: actionsOn(one, viewer, { fault, colleagues, now: clock.now(), holder }, voice),
    top: [...topRows(one, voice), ...identityRow(one, viewer, voice)],
    canShowNumber: canShowNumber(viewer, one.person) && one.person.identity !== null,
    showHref: `/people/${one.person.number}/identity/showing`,
    facts: factRows(handedIn, voice),
    proof: proofRows(one, handedIn, canSeePrivate(viewer, one.person), voice),
    assessed,
    verdict: verdictOf(assessed, voice),
    ...(await changesSince(db, one, clock.now(), voice)),
    benefits: benefitRows(other, voice),
    isKnownElsewhere: other.people.length > 0,
    headcounts: headcountRows(await headcountSeries(db, one.ventureId, on), voice),
    steps: stepEvents(one.steps, names, voice),
    editions: editionRows(one, names, voice),
    letters: letterRows(one, voice),
    objections: objectionRows(one, { viewer, names, canAnswer: fault === null }, voice),
    comments: commentRows(one, names, voice),
    canComment: canComment(viewer, one) && viewer.role !== 'auditor',
    form: comment,
    hasErrors: comment.summary.length > 0,
    audiences: (['inside', 'founder'] as const).map((value) => ({
      value,
      label: say(`waivers.review.comment.to-${value}`),
    })),
  });
}

const namesOf = (db: Db, one: ReviewedCase) =>
  accountNames(db, [
    one.claimedById,
    one.begunById,
    ...one.steps.map(({ byId }) => byId),
    ...one.comments.map(({ byId }) => byId),
    ...one.editions.map(({ madeById }) => madeById),
    ...one.objections.map(({ resolvedById }) => resolvedById),
  ]);

const isAnothers = ({ claimedById }: ReviewedCase, { accountId }: Viewer): boolean =>
  claimedById !== null && claimedById !== accountId;

function holderText(
  { claimedById, claimedAt }: ReviewedCase,
  { accountId }: Viewer,
  names: Map<number, string>,
  { say }: Frame,
): string | null {
  if (claimedById === null || claimedAt === null) return null;
  if (claimedById === accountId) return say('waivers.review.claim.mine', { time: time(claimedAt) });
  const who = names.get(claimedById) ?? '';
  return say('waivers.review.claim.of', { who, time: time(claimedAt) });
}

/** What the register says otherwise today than when the case was handed in, while it can still be decided. */
async function changesSince(db: Db, one: ReviewedCase, now: Date, voice: Frame) {
  const edition = found(one.editions.at(-1));
  if (isOver(one.state as StateName)) return { changes: null, isGroundGone: false };
  const answers = answersOf(edition.answers);
  const facts = await factsOf(db, { ...one, answers }, await knownOf(db, one, today(now)));
  if (facts === null) return { changes: [], isGroundGone: true };
  return { changes: factChanges(Facts.parse(edition.facts), facts, voice), isGroundGone: false };
}

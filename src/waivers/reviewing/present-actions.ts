import { type Day, today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { Fault } from '../../language/refusal.js';
import type { Viewer } from '../../people/viewer.js';
import type { Voice } from '../../policies/present-kinds.js';
import { canEndWaiver, canMove, canResolveObjections, isReviewer, sitsAt } from '../permissions.js';
import { type MoveName, needsDistance, type StateName, states } from '../states.js';
import type { ReviewedCase } from './review-queries.js';

export type Act = { href: string; label: string; isMain: boolean };
export type Actions = {
  /** Pages of what can be done now. */
  acts: Act[];
  /** Why something that one would look for is missing. */
  why: string[];
  canClaim: boolean;
  canRelease: boolean;
};

/** What keeps the viewer from judging a case: a reason of the viewer's own, with who may instead, or who has claimed it. */
export type Barred = {
  fault: Fault | null;
  /** Names of those at the bureau who may; null where another desk has the case. */
  colleagues: string[] | null;
  holder: string | null;
};

/** The pages of the moves, by their address under the case. */
const pages: [MoveName, string, isMain: boolean][] = [
  ['accept', 'acceptance', true],
  ['return', 'correction', false],
  ['pass-park', 'review', true],
  ['pass-county', 'review', true],
  ['back-to-park', 'sending-back', false],
  ['approve', 'determination', true],
  ['back-to-county', 'sending-back', false],
  ['grant', 'grant', true],
  ['uphold', 'reconsideration-outcome', true],
  ['revoke', 'revocation', false],
];

/** What the viewer can do on a case at present, and why not more. */
export function actionsOn(
  one: ReviewedCase,
  viewer: Viewer,
  { now, ...barred }: Barred & { now: Date },
  voice: Voice,
): Actions {
  const { fault } = barred;
  const { say } = voice;
  const on = today(now);
  const why = blockers(one, viewer, { on, ...barred }, voice);
  const isHeld = one.claimedById !== null && one.claimedById !== viewer.accountId;
  const isMine = isReviewer(viewer, one);
  const open = pages.filter(
    ([move]) => canMove(viewer, one, move) && !isHeld && !(fault && needsDistance(move)),
  );
  const acts = open
    .filter(([move]) => isReady(one, move, on))
    .map(([move, page, isMain]) => ({
      href: `/waivers/${one.number}/${page}`,
      isMain,
      label: say(`waivers.act.${move as 'accept'}`),
    }));
  return {
    acts: [...acts, ...answers(one, viewer, fault, voice), ...beside(one, viewer, isMine, voice)],
    why,
    canClaim: isMine && one.claimedById === null && !fault,
    canRelease: isMine && one.claimedById !== null,
  };
}

function isReady(one: ReviewedCase, move: MoveName, on: Day): boolean {
  if (move === 'return') return one.corrections < one.rules.corrections;
  if (move !== 'grant') return true;
  return one.noticeTo !== null && one.noticeTo <= on && openObjections(one) === 0;
}

const openObjections = ({ objections }: ReviewedCase): number =>
  objections.filter(({ state }) => state === 'open').length;

const answers = (one: ReviewedCase, viewer: Viewer, fault: Fault | null, { say }: Voice): Act[] =>
  one.objections
    .filter(({ state }) => state === 'open' && canResolveObjections(viewer) && !fault)
    .map(({ id }) => ({
      href: `/waivers/${one.number}/objections/${id}/answer`,
      isMain: true,
      label: say('waivers.act.answer-objection'),
    }));

/** Stepping aside, and ending what was granted. */
function beside(one: ReviewedCase, viewer: Viewer, isMine: boolean, { say }: Voice): Act[] {
  const at = (page: string) => `/waivers/${one.number}/${page}`;
  const hasRecused = one.steps.some((s) => s.move === 'recuse' && s.byId === viewer.accountId);
  const canEnd = one.waiver?.endedOn === null && canEndWaiver(viewer, one.waiver);
  return [
    ...(canEnd ? [{ href: at('early-end'), label: say('waivers.act.end'), isMain: false }] : []),
    ...(isMine && !hasRecused
      ? [{ href: at('stepping-aside'), label: say('waivers.act.recuse'), isMain: false }]
      : []),
  ];
}

function blockers(
  one: ReviewedCase,
  viewer: Viewer,
  { fault, colleagues, on, holder }: Barred & { on: Day },
  voice: Voice,
): string[] {
  const { say } = voice;
  const { desk } = states[one.state as StateName];
  if (viewer.role === 'auditor') return [say('waivers.why.auditor')];
  if (desk === 'nobody') return [];
  if (!isReviewer(viewer, one)) return [say(`waivers.why.desk.${desk}`)];
  const isNotice = one.state === 'notice';
  const runs = isNotice && one.noticeTo !== null && on < one.noticeTo;
  const isUsed = canMove(viewer, one, 'return') && one.corrections >= one.rules.corrections;
  return [
    ...(holder !== null ? [say('waivers.why.held', { who: holder })] : []),
    ...(fault ? [say(fault.key, fault.values), ...whoMay(colleagues, voice)] : []),
    ...(runs
      ? [say('waivers.why.notice', { day: shownDay(one.calendar, one.noticeTo as Day, voice) })]
      : []),
    ...(isNotice && openObjections(one) > 0 ? [say('waivers.why.objection')] : []),
    ...(isUsed && sitsAt(viewer, one, 'park') ? [say('waivers.why.corrections')] : []),
  ];
}

function whoMay(colleagues: string[] | null, { say, lang }: Voice): string[] {
  if (colleagues === null) return [];
  if (colleagues.length === 0) return [say('waivers.why.no-colleague')];
  return [say('waivers.why.colleagues', { names: colleagues.join(lang === 'zh' ? '、' : ', ') })];
}

import { type Day, today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { Fault } from '../../language/refusal.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import type { CaseFile } from '../find-case.js';
import { askMoveIn, askMoves, hasAsked } from '../further-papers.js';
import {
  canCorrectFacts,
  canEndWaiver,
  canMove,
  canResolveObjections,
  isReviewer,
  sitsAt,
} from '../permissions.js';
import { type MoveName, needsDistance, type StateName, states } from '../states.js';

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
  ['decline', 'non-acceptance', false],
  ['pass-park', 'review', true],
  ['pass-county', 'review', true],
  ['ask-park', 'further-paper', false],
  ['ask-county', 'further-paper', false],
  ['back-to-park', 'sending-back', false],
  ['approve', 'determination', true],
  ['ask-bureau', 'further-paper', false],
  ['back-to-county', 'sending-back', false],
  ['grant', 'grant', true],
  ['uphold', 'reconsideration-outcome', true],
  ['revoke', 'revocation', false],
];

/** What the viewer can do on a case at present, and why not more. */
export function actionsOn(
  application: CaseFile,
  viewer: Viewer,
  { now, ...barred }: Barred & { now: Date },
  voice: Voice,
): Actions {
  const { fault } = barred;
  const { say } = voice;
  const on = today(now);
  const why = blockers(application, viewer, { on, ...barred }, voice);
  const isHeld = application.claimedById !== null && application.claimedById !== viewer.accountId;
  const isMine = isReviewer(viewer, application);
  const open = pages.filter(
    ([move]) => canMove(viewer, application, move) && !isHeld && !(fault && needsDistance(move)),
  );
  const acts = open
    .filter(([move]) => isReady(application, move, on))
    .map(([move, page, isMain]) => ({
      href: `/waivers/${application.number}/${page}`,
      isMain,
      label: say(`waivers.act.${move as 'accept'}`),
    }));
  const corrects = canCorrectFacts(viewer, application) && !isHeld && !fault;
  return {
    acts: [
      ...acts,
      ...(corrects ? [correction(application, voice)] : []),
      ...answers(application, viewer, fault, voice),
      ...beside(application, viewer, isMine, voice),
    ],
    why,
    canClaim: isMine && application.claimedById === null && !fault,
    canRelease: isMine && application.claimedById !== null,
  };
}

const correction = ({ number }: CaseFile, { say }: Voice): Act => ({
  href: `/waivers/${number}/fact-correction`,
  label: say('waivers.act.correct-fact'),
  isMain: false,
});

function isReady(application: CaseFile, move: MoveName, on: Day): boolean {
  if (move === 'return') return application.corrections < application.rules.corrections;
  const ask = askMoves.find((each) => each === move);
  if (ask) return !hasAsked(application, ask);
  if (move !== 'grant') return true;
  return (
    application.noticeTo !== null && application.noticeTo <= on && !hasOpenObjection(application)
  );
}

/** Whether an objection to a notice waits for its answer; one to a case that is over waits for none. */
export const hasOpenObjection = ({ state, objections }: CaseFile): boolean =>
  state === 'notice' && objections.some((one) => one.state === 'open');

const answers = (
  application: CaseFile,
  viewer: Viewer,
  fault: Fault | null,
  { say }: Voice,
): Act[] =>
  application.objections
    .filter(
      ({ state }) =>
        state === 'open' &&
        application.state === 'notice' &&
        canResolveObjections(viewer) &&
        !fault,
    )
    .map(({ id }) => ({
      href: `/waivers/${application.number}/objections/${id}/answer`,
      isMain: true,
      label: say('waivers.act.answer-objection'),
    }));

/** Stepping aside, and ending what was granted. */
function beside(application: CaseFile, viewer: Viewer, isMine: boolean, { say }: Voice): Act[] {
  const at = (page: string) => `/waivers/${application.number}/${page}`;
  const hasRecused = application.steps.some(
    (s) => s.move === 'recuse' && s.byId === viewer.accountId,
  );
  const canEnd = application.waiver?.endedOn === null && canEndWaiver(viewer, application.waiver);
  return [
    ...(canEnd ? [{ href: at('early-end'), label: say('waivers.act.end'), isMain: false }] : []),
    ...(isMine && !hasRecused
      ? [{ href: at('stepping-aside'), label: say('waivers.act.recuse'), isMain: false }]
      : []),
  ];
}

function hasAskedHere(application: CaseFile): boolean {
  const move = askMoveIn(application.state);
  return move !== null && hasAsked(application, move);
}

function blockers(
  application: CaseFile,
  viewer: Viewer,
  { fault, colleagues, on, holder }: Barred & { on: Day },
  voice: Voice,
): string[] {
  const { say } = voice;
  const { desk } = states[application.state as StateName];
  if (viewer.role === 'auditor') return [say('waivers.why.auditor')];
  if (desk === 'nobody') return [];
  if (!isReviewer(viewer, application)) return [say(`waivers.why.desk.${desk}`)];
  const isNotice = application.state === 'notice';
  const runs = isNotice && application.noticeTo !== null && on < application.noticeTo;
  const isUsed =
    canMove(viewer, application, 'return') &&
    application.corrections >= application.rules.corrections;
  return [
    ...(holder !== null ? [say('waivers.why.held', { who: holder })] : []),
    ...(fault ? [say(fault.key, fault.values), ...whoMay(colleagues, voice)] : []),
    ...(runs
      ? [
          say('waivers.why.notice', {
            day: shownDay(application.calendar, application.noticeTo as Day, voice),
          }),
        ]
      : []),
    ...(hasOpenObjection(application) ? [say('waivers.why.objection')] : []),
    ...(hasAskedHere(application) ? [say('waivers.why.asked')] : []),
    ...(isUsed && sitsAt(viewer, application, 'park') ? [say('waivers.why.corrections')] : []),
  ];
}

function whoMay(colleagues: string[] | null, { say, lang }: Voice): string[] {
  if (colleagues === null) return [];
  if (colleagues.length === 0) return [say('waivers.why.no-colleague')];
  return [say('waivers.why.colleagues', { names: colleagues.join(lang === 'zh' ? '、' : ', ') })];
}

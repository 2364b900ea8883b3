import { time, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { isWordKey } from '../../language/say.js';
import { FactCorrection } from '../fact-corrections.js';
import type { CaseFile } from '../find-case.js';
import { Outcome } from '../outcome.js';
import { basisText, correctionText } from '../present-fact-corrections.js';
import { reasonText } from './reason-text.js';

type Step = CaseFile['steps'][number];

/** The steps of a case, the newest first, with what the founder reads and what only reviewers do. */
export function stepEvents(steps: Step[], names: Map<number, string>, voice: Voice) {
  const { say } = voice;
  return steps.toReversed().map((step) => ({
    what: moveText(step.move, voice),
    when: time(step.at, voice.lang),
    who: step.byId === null ? say('history.system') : (names.get(step.byId) ?? ''),
    lines: linesOf(step, voice),
  }));
}

export function moveText(move: string, { say }: Pick<Voice, 'say'>): string {
  const key = `history.application.${move === 'recuse' ? 'recused' : move}`;
  return isWordKey(key) ? say(key) : move;
}

function linesOf(step: Step, voice: Voice): string[] {
  const { say } = voice;
  const reason = reasonText(step.reason, voice);
  return [
    ...outcomeLines(step, voice),
    ...(reason ? [say('waivers.review.step.reason', { text: reason })] : []),
    ...(step.note ? [say('waivers.review.step.note', { text: step.note })] : []),
    ...(step.inside ? [say('waivers.review.step.inside', { text: step.inside })] : []),
  ];
}

/** What was corrected, and what proves it. */
function correctedLines(outcome: unknown, voice: Voice): string[] {
  const correction = FactCorrection.parse(outcome);
  return [correctionText(correction, voice), basisText(correction, voice)];
}

/** What a review recommended, or a decision came to. */
function outcomeLines({ move, outcome }: Step, { say, lang }: Voice): string[] {
  if (outcome === null) return [];
  if (move === 'pass-park' || move === 'pass-county') {
    const { recommends } = outcome as { recommends: 'grant' | 'refuse' };
    return [say(`waivers.review.recommends.${recommends}`)];
  }
  if (move === 'fact-corrected') return correctedLines(outcome, { say, lang });
  const decided = Outcome.safeParse(outcome);
  if (!decided.success || decided.data.decision !== 'grant') return [];
  const { total, months } = decided.data;
  return [say('waivers.review.step.amount', { yuan: yuan(total, lang), n: months.length })];
}

import { type Day, firstOf, type Month, monthOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day, month, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { monthsOfTerm, type WaiverTerm } from './months-of-term.js';

/** A month from which less is waived than before, in fen a month; or the first day that a waiver no longer covers. */
export type Loss =
  | { kind: 'falls'; month: Month; before: number; after: number }
  | { kind: 'ends'; on: Day };

/**
 * What somebody will lose of a waiver that runs, the earliest first: a tier ends or a cap is reached, and the term ends. The last
 * month of a term that ends within it is less for its days alone, and is no loss of its own.
 * @param isInSums whether it is paid in sums, after each of which there is nothing until the next: none of that is a loss
 * @param until how far ahead is looked for an end and for a fall; null for every fall, and no end
 */
export function lossesOf(
  waiver: WaiverTerm,
  { on, until = null, isInSums = false }: { on: Day; until?: Day | null; isInSums?: boolean },
): Loss[] {
  const months = monthsOfTerm(waiver);
  const isCut = waiver.termEndOn !== firstOf(monthOf(waiver.termEndOn));
  const whole = isCut ? months.slice(0, -1) : months;
  const steady = isInSums ? [] : whole;
  const falls = steady.flatMap((now, index): Loss[] => {
    const before = steady[index - 1];
    const isAhead = now.month > monthOf(on) && (until === null || firstOf(now.month) <= until);
    if (!before || !isAhead || now.fen >= before.fen) return [];
    return [{ kind: 'falls', month: now.month, before: before.fen, after: now.fen }];
  });
  const isEnding = until !== null && waiver.termEndOn > on && waiver.termEndOn <= until;
  return [...falls, ...(isEnding ? [{ kind: 'ends', on: waiver.termEndOn } as const] : [])];
}

export function lossText(loss: Loss, { say, lang }: Voice): string {
  if (loss.kind === 'ends') return say('waivers.loss.ends', { day: day(lastDayOf(loss.on), lang) });
  return say('waivers.loss.falls', {
    month: month(loss.month, lang),
    before: yuan(loss.before, lang),
    after: yuan(loss.after, lang),
  });
}

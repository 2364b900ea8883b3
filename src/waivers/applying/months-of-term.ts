import { type Day, type Month, monthOf, monthsBetween } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import type { CaseFile } from '../find-case.js';

export type Waiver = NonNullable<CaseFile['waiver']>;

/** The months that stand, the earliest first: what was taken back is left out with what took it back. */
export function monthsInForce({ months }: Pick<WaiverTerm, 'months'>) {
  const reversed = new Set(months.map(({ reversesId }) => reversesId));
  return months
    .filter(({ id, reversesId }) => reversesId === null && !reversed.has(id))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The first day that a waiver no longer covers. */
export const endOf = ({ endedOn, termEndOn }: Pick<Waiver, 'endedOn' | 'termEndOn'>): Day =>
  endedOn ?? termEndOn;

/** A calendar month of the term; no day from which it counts where nothing is waived in it. */
export type TermMonth = { month: Month; fen: number; effectiveOn: Day | null };

/** What of a waiver its months follow from. */
export type WaiverTerm = Pick<Waiver, 'beganOn' | 'endedOn' | 'termEndOn'> & {
  months: Pick<Waiver['months'][number], 'id' | 'month' | 'fen' | 'effectiveOn' | 'reversesId'>[];
};

/** All calendar months that a waiver covers. Those in which it gives nothing, as a cap was reached, have no record. */
export function monthsOfTerm(waiver: WaiverTerm): TermMonth[] {
  const end = endOf(waiver);
  if (end <= waiver.beganOn) return [];
  const waived = new Map(monthsInForce(waiver).map((row) => [row.month, row]));
  return monthsBetween(monthOf(waiver.beganOn), monthOf(lastDayOf(end))).map((of) => {
    const { fen = 0, effectiveOn = null } = waived.get(of) ?? {};
    return { month: of, fen, effectiveOn };
  });
}

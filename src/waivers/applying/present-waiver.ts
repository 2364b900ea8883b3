import { addMonths, type Day, daysBetween, firstOf, type Month } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day, month, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { rentOfDays } from '../../policies/remaining.js';
import type { CaseFile } from '../find-case.js';
import type { WaiverEndReason } from '../reasons.js';

type Waiver = NonNullable<CaseFile['waiver']>;

/** The months that stand, the earliest first: what was taken back is left out with what took it back. */
export function monthsInForce({ months }: Pick<Waiver, 'months'>) {
  const reversed = new Set(months.map(({ reversesId }) => reversesId));
  return months
    .filter(({ id, reversesId }) => reversesId === null && !reversed.has(id))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The first day that a waiver no longer covers. */
export const endOf = ({ endedOn, termEndOn }: Pick<Waiver, 'endedOn' | 'termEndOn'>): Day =>
  endedOn ?? termEndOn;

/** The rent of a month for the days of it that a waiver covers, in fen. */
function rentIn(
  waiver: Pick<Waiver, 'beganOn' | 'endedOn' | 'termEndOn' | 'rent'>,
  of: Month,
): number {
  const [from, to] = [firstOf(of), firstOf(addMonths(of, 1))];
  const first = waiver.beganOn > from ? waiver.beganOn : from;
  const end = endOf(waiver) < to ? endOf(waiver) : to;
  return rentOfDays(waiver.rent, daysBetween(first, end), of);
}

/** What remains to be paid of it; the last fen of what is waived may have been rounded up. */
const remainsOf = (waiver: Waiver, { month: of, fen }: { month: Month; fen: number }): number =>
  Math.max(rentIn(waiver, of) - fen, 0);

/** What was granted: its term, its months, and how much of it has been waived up to a day. */
export function presentWaiver(waiver: Waiver, on: Day, { say, lang }: Voice) {
  const months = monthsInForce(waiver);
  const sum = (rows: typeof months) => rows.reduce((total, { fen }) => total + fen, 0);
  const remains = months.reduce((total, row) => total + remainsOf(waiver, row), 0);
  const rents = remains + sum(months);
  const inYuan = (fen: number) => say('waivers.waiver.yuan', { yuan: yuan(fen, lang) });
  const { beganOn, termEndOn, endedOn, endReason } = waiver;
  const term = { from: day(beganOn, lang), to: day(lastDayOf(termEndOn), lang) };
  const early = endedOn && {
    label: say('waivers.waiver.ended'),
    value: say('waivers.waiver.ended-text', {
      day: day(endedOn, lang),
      why: say(`waivers.end-reason.${endReason as WaiverEndReason}`),
    }),
  };
  return {
    rows: [
      { label: say('waivers.waiver.number'), value: waiver.number },
      { label: say('waivers.waiver.term'), value: say('waivers.waiver.term-text', term) },
      ...(early ? [early] : []),
      { label: say('waivers.waiver.total'), value: inYuan(sum(months)) },
      { label: say('waivers.waiver.remains-total'), value: inYuan(remains) },
      {
        label: say('waivers.waiver.to-date', { day: day(on, lang) }),
        value: inYuan(sum(months.filter(({ effectiveOn }) => effectiveOn <= on))),
      },
    ],
    months: months.map(({ month: of, effectiveOn, fen }) => ({
      month: month(of, lang),
      rent: yuan(rentIn(waiver, of), lang),
      amount: yuan(fen, lang),
      remains: yuan(remainsOf(waiver, { month: of, fen }), lang),
      state: say(effectiveOn <= on ? 'waivers.waiver.past' : 'waivers.waiver.to-come'),
    })),
    total: yuan(sum(months), lang),
    rent: yuan(rents, lang),
    remains: yuan(remains, lang),
  };
}

import { type Day, monthOf } from '../calendar/days.js';
import { day, month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { TakenBack, TakenMonth } from './taken-back.js';

const sumOf = (months: TakenMonth[], of: (row: TakenMonth) => number): number =>
  months.reduce((sum, row) => sum + of(row), 0);

const takenOf = ({ was, left }: TakenMonth): number => was - left;

/**
 * What is taken back of a waiver, month by month, for `components/taken-back`: the same before every act that does it.
 * @param on today: this month and earlier ones were waived already
 */
export function presentMonthsTaken(months: TakenMonth[], on: Day, { say, lang }: Voice) {
  const past = months.filter((row) => row.month <= monthOf(on));
  return {
    past:
      past.length === 0
        ? null
        : say('ventures.taken.past', { yuan: yuan(sumOf(past, takenOf), lang) }),
    months: months.map((row) => ({
      month: month(row.month, lang),
      was: yuan(row.was, lang),
      taken: yuan(takenOf(row), lang),
      left: yuan(row.left, lang),
    })),
    was: yuan(
      sumOf(months, ({ was }) => was),
      lang,
    ),
    taken: yuan(sumOf(months, takenOf), lang),
    left: yuan(
      sumOf(months, ({ left }) => left),
      lang,
    ),
  };
}

/** The same with whose waiver it is, and its last day. */
export function presentTaken(waiver: TakenBack, on: Day, voice: Voice) {
  const { say, lang } = voice;
  return {
    heading: say('ventures.taken.of', { waiver: waiver.waiver, venture: waiver.venture }),
    ends: say('ventures.taken.ends', {
      day: day(waiver.endedOn, lang),
      number: waiver.application,
    }),
    taken: presentMonthsTaken(waiver.months, on, voice),
  };
}

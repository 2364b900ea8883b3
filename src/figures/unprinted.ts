import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { yuan } from '../language/format.js';
import { currentVersion, definitionHref, type Publishable } from '../ledger/definitions.js';
import { levelsByPark, parkIdsOf } from '../ledger/totals.js';
import { alignColumns } from './columns.js';

/** A number that this system's records give and that the report did not print: there is nothing to hold it against. */
export type UnprintedFigure = {
  code: Publishable;
  asOf: Day;
  /** In fen. */
  computed: number;
  verdict: { is: 'known-not-printed' };
};

const measure = 'waived-rent';
/** The day of the report. */
const reported: Day = '2025-01-21';

/** Rent waived by the whole network, at the day of the report or the day given. */
export async function unprintedFigures(
  reads: Reads,
  { asOf = reported }: { asOf?: Day | undefined } = {},
): Promise<UnprintedFigure[]> {
  const levels = await levelsByPark(reads, asOf);
  const computed = levels.sum(measure, await parkIdsOf(reads, { kind: 'network' }, asOf));
  return [{ code: measure, asOf, computed, verdict: { is: 'known-not-printed' } }];
}

/** Where its meaning is said. */
export const unprintedHref = ({ code }: UnprintedFigure): string =>
  definitionHref(code, currentVersion(code));

/** The same as the lines of a terminal. */
export const unprintedLines = (figures: UnprintedFigure[]): string[] => [
  '',
  ...alignColumns([
    ['known here', 'as of', 'computed', 'verdict'],
    ...figures.map(({ code, asOf, computed }) => [
      code,
      asOf,
      `${yuan(computed, 'en')} yuan`,
      'known here, not printed',
    ]),
  ]),
];

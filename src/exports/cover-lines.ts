import type { Day } from '../calendar/days.js';
import { day, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { CoverLine } from './book.js';

/** What a cover says, where it applies. */
export type CoverFacts = {
  scope: string;
  /** The day, or the period, in words. */
  asOf: string;
  position?: number | undefined;
  /** What was chosen, by the labels of the fields. */
  filter?: string[];
  coverage?: string | null;
  /** What the numbers in it mean. */
  definitions?: CoverLine[];
};

/** The lines of a cover that say which numbers these are; who made it and when comes with the record. */
export function coverLines(facts: CoverFacts, { say, lang }: Voice): CoverLine[] {
  const { scope, asOf, position, filter = [], coverage, definitions = [] } = facts;
  const comma = lang === 'zh' ? '，' : ', ';
  const line = (label: string, value: string): CoverLine => ({ label, value });
  return [
    line(say('reports.cover.scope'), scope),
    line(say('reports.cover.as-of'), asOf),
    ...(position === undefined
      ? []
      : [line(say('reports.cover.position'), number(position, lang))]),
    line(
      say('reports.cover.filter'),
      filter.length > 0 ? filter.join(comma) : say('reports.cover.no-filter'),
    ),
    ...(coverage ? [line(say('reports.cover.coverage'), coverage)] : []),
    ...definitions,
  ];
}

export const asOfLine = (asOf: Day, { say, lang }: Voice): string =>
  say('ledger.as-of', { day: day(asOf, lang) });

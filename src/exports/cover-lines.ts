import type { Day } from '../calendar/days.js';
import { day, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type Arrangement, type Columns, isDescending, shownColumns } from '../web/list-columns.js';
import type { CoverLine } from './book.js';

/** What a cover says, where it applies. */
export type CoverFacts = {
  scope: string;
  /** The day, or the period, in words. */
  asOf: string;
  position?: number | undefined;
  /** What is not as of that position. */
  notOfLedger?: string | null;
  /** What was chosen, by the labels of the fields. */
  filter?: string[];
  /** The columns of the list and its order, where the file is of a list that has them. */
  arranged?: CoverLine[];
  coverage?: string | null;
  /** What the numbers in it mean. */
  definitions?: CoverLine[];
};

/** The lines of a cover that say which numbers these are; who made it and when comes with the record. */
export function coverLines(facts: CoverFacts, { say, lang }: Voice): CoverLine[] {
  const { scope, asOf, position, notOfLedger } = facts;
  const { filter = [], arranged = [], coverage, definitions = [] } = facts;
  const comma = lang === 'zh' ? '，' : ', ';
  const line = (label: string, value: string): CoverLine => ({ label, value });
  return [
    line(say('reports.cover.scope'), scope),
    line(say('reports.cover.as-of'), asOf),
    ...(position === undefined
      ? []
      : [line(say('reports.cover.position'), number(position, lang))]),
    ...(notOfLedger ? [line(say('reports.cover.not-of-ledger'), notOfLedger)] : []),
    line(
      say('reports.cover.filter'),
      filter.length > 0 ? filter.join(comma) : say('reports.cover.no-filter'),
    ),
    ...arranged,
    ...(coverage ? [line(say('reports.cover.coverage'), coverage)] : []),
    ...definitions,
  ];
}

/** What a cover says of the columns of a list, and of what its rows are put in order by. */
export function arrangedLines(
  columns: Columns,
  arrangement: Arrangement,
  { say, lang }: Voice,
): CoverLine[] {
  const { columns: chosen, sort } = arrangement;
  const labels = shownColumns(columns, chosen).map(({ label }) => say(label));
  const by = columns.find(({ key }) => key === sort);
  if (!by) throw new Error(`no column ${sort}`);
  const way = isDescending(columns, arrangement) ? 'down' : 'up';
  return [
    {
      label: say('reports.cover.columns'),
      value:
        chosen === null
          ? say('reports.cover.all-columns')
          : labels.join(lang === 'zh' ? '、' : ', '),
    },
    {
      label: say('reports.cover.order'),
      value: say(`reports.cover.order.${way}`, { column: say(by.label) }),
    },
  ];
}

export const asOfLine = (asOf: Day, { say, lang }: Voice): string =>
  say('ledger.as-of', { day: day(asOf, lang) });

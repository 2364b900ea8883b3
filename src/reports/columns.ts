import type { ColumnKind, Head } from '../exports/table.js';
import type { WordKey } from '../language/say.js';
import { type Counted, columnKind } from './counted.js';
import type { ReportCell, Section } from './report.js';
import { addUp, type ReportContext, type ReportPark, type Span } from './report-context.js';

/** A column of a table by park: a number for some parks, with its records. */
export type ParkColumn = {
  head: string;
  kind: ColumnKind;
  isSummed: boolean;
  of: (parkIds: number[], park: ReportPark | null) => ReportCell;
};

export const textHead = (head: string, width = 20): Head => ({ head, kind: 'text', width });
export const numberHead = (head: string, kind: ColumnKind = 'number'): Head => ({
  head,
  kind,
  width: 12,
});

/** What a number is called in reports. */
export const measureKey = (measure: Counted): WordKey => `reports.measure.${measure}`;

/** A measure as a column, in the report's period unless another is given. */
export async function countColumn(
  context: ReportContext,
  measure: Counted,
  { span = context.period, head }: { span?: Span; head?: string } = {},
): Promise<ParkColumn> {
  const known = await context.known(measure, span);
  return {
    head: head ?? context.voice.say(measureKey(measure)),
    kind: columnKind(measure),
    isSummed: true,
    of: (parkIds, park) => ({
      value: known(parkIds),
      href: context.href(measure, { span, ...(park ? { park } : {}) }),
    }),
  };
}

/** One measure over another; blank where there is nothing to divide by. A share is in hundredths of a per cent. */
export async function ratioColumn(
  context: ReportContext,
  {
    head,
    over,
    under,
    kind,
    mark,
  }: {
    head: string;
    over: Counted;
    under: Counted;
    /** Fen over a number is fen; else a ratio is in hundredths. */
    kind: 'share' | 'ratio' | 'fen';
    mark?: (value: number) => 'good' | 'poor';
  },
): Promise<ParkColumn> {
  const [top, bottom] = [await context.sums(over), await context.sums(under)];
  return {
    head,
    kind: kind === 'share' ? 'share' : 'money',
    isSummed: false,
    of: (parkIds, park) => {
      const divisor = addUp(bottom, parkIds);
      if (divisor === 0) return { value: null };
      const value = Math.round((addUp(top, parkIds) * scales[kind]) / divisor);
      const href = context.href(over, park ? { park } : {});
      return { value, href, mark: mark?.(value) };
    },
  };
}

const scales = { share: 10_000, ratio: 100, fen: 1 } as const;

/** A table with a row for each park, and all of them below. */
export function byPark(
  context: ReportContext,
  { key, name, note, columns }: { key: string; name: string; note?: string; columns: ParkColumn[] },
): Section {
  const { say } = context.voice;
  const all = context.parks.map(({ id }) => id);
  return {
    key,
    name,
    note,
    heads: [
      textHead(say('reports.column.park-number'), 10),
      textHead(say('reports.column.park'), 24),
      ...columns.map(({ head, kind, isSummed }): Head => {
        const plain = { head, kind, width: 14 };
        return isSummed ? { ...plain, sum: true } : plain;
      }),
    ],
    rows: context.parks.map((park) => [
      { value: park.number, href: `/parks/${park.number}` },
      { value: context.parkName(park) },
      ...columns.map(({ of }) => of([park.id], park)),
    ]),
    total: [
      { value: say('reports.sum') },
      { value: null },
      ...columns.map(({ of }) => of(all, null)),
    ],
  };
}

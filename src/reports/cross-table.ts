import { today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Dimension } from '../ledger/measure-definition.js';
import { workerKindOf } from '../ledger/measures.js';
import { parksNow } from '../ledger/parks-on.js';
import type { SeenScope } from '../ledger/seen-scope.js';
import { isKindUnknown } from '../ledger/workers-stated.js';
import { countiesByDay, successors } from '../parks/park-regions.js';
import { isOfBalances, kindsIn, type Part, partsOf } from './cross-numbers.js';
import {
  addsUp,
  type CrossQuery,
  countiesDayOf,
  dimensionsOf,
  partSpansOf,
  spansOf,
} from './cross-query.js';
import { countEverStating } from './ever-stating.js';
import { recordsAddress } from './records-address.js';

/**
 * A cell: its number and the address of the records that come to it. A park and a county that it does not lie in have none;
 * a number that is not known is null.
 */
export type CrossCell = { value: number | null; href?: string };
/** Rows and columns by their keys, in no order yet; `total`s only where the parts add up. */
export type CrossTable = {
  rowKeys: string[];
  columnKeys: string[];
  cell: (row: string, column: string) => CrossCell;
  rowTotal: ((row: string) => CrossCell) | null;
  columnTotal: ((column: string) => CrossCell) | null;
  /** All of it; only where both dimensions add up. */
  total: CrossCell | null;
  fromBalances: boolean;
};

type Keyed = Part & { region: string; park: string };
/** Where a table has one dimension only, its column has no key. */
export const noKey = '';

/** Computes a table over the parks of a scope. */
export async function crossTable(
  reads: Reads,
  query: CrossQuery,
  { scope, now }: { scope: SeenScope; now: Date },
): Promise<CrossTable> {
  const keyed = await placesOf(reads, query, now);
  const parts = keyed(await partsOf(reads, query, scope.parkIds));
  const sums = sumsOf(query, parts);
  const { isUnknown, basis } = await unknownCells(reads, query, scope.parkIds, { keyed, sums });
  // Who employs people and states nothing has a row too: that it is not known.
  const shown = [...parts, ...basis].filter(({ amount }) => amount !== 0);
  const keysOf = (dimension: Dimension | null): string[] =>
    dimension === 'month'
      ? spansOf(query).map(({ month }) => month)
      : [...new Set(shown.map((part) => keyOf(part, dimension)))];
  const isOfPlaces =
    query.rows !== query.columns &&
    [query.rows, query.columns].every((item) => item === 'region' || item === 'park');
  const cell = (row: string | null, column: string | null): CrossCell => {
    const key = `${row ?? '*'}|${column ?? '*'}`;
    const value = sums.get(key) ?? 0;
    const isApart = isOfPlaces && row !== null && column !== null && value === 0;
    if (isUnknown(key, value)) return { value: null };
    return isApart ? { value } : { value, href: recordsOf(query, { scope, now }, row, column) };
  };
  const { rows, columns } = query;
  return {
    rowKeys: keysOf(rows),
    columnKeys: keysOf(columns),
    cell,
    rowTotal: columns !== null && addsUp(columns, query) ? (row) => cell(row, null) : null,
    columnTotal: addsUp(rows, query) ? (column) => cell(null, column) : null,
    total:
      addsUp(rows, query) && (columns === null || addsUp(columns, query)) ? cell(null, null) : null,
    fromBalances: isOfBalances(query),
  };
}

const keyOf = (part: Keyed, dimension: Dimension | null): string =>
  dimension === null ? noKey : (part[dimension] ?? noKey);

/** The sums of cells, rows, columns and of all, by their keys. */
function sumsOf({ rows, columns }: CrossQuery, parts: Keyed[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) {
    const [row, column] = [keyOf(part, rows), keyOf(part, columns)];
    for (const key of [`${row}|${column}`, `${row}|*`, `*|${column}`, '*|*'])
      sums.set(key, (sums.get(key) ?? 0) + part.amount);
  }
  return sums;
}

/** Of which cells nobody has ever stated what is counted, and the jobs that it would be part of; only of workers by kind. */
async function unknownCells(
  reads: Reads,
  query: CrossQuery,
  parkIds: number[],
  { keyed, sums }: { keyed: (parts: Part[]) => Keyed[]; sums: Map<string, number> },
) {
  const kind = workerKindOf(query.measure);
  if (kind === undefined) return { isUnknown: () => false, basis: [] };
  const ofJobs = { ...query, measure: 'jobs' as const };
  const basis = keyed(await partsOf(reads, ofJobs, parkIds));
  const jobs = sumsOf(query, basis);
  // It is asked for only where there is something to ask: it reads all returns.
  if (![...jobs].some(([key, employed]) => employed > 0 && (sums.get(key) ?? 0) === 0))
    return { isUnknown: () => false, basis };
  const { form, industry, category } = query;
  const stating = await countEverStating(reads, kind, {
    spans: spansOf(query),
    parkIds,
    kinds: kindsIn(dimensionsOf(query)),
    chosen: { form, industry, category },
  });
  const everStated = sumsOf(query, keyed(stating));
  const isUnknownAt = (key: string, amount: number) =>
    isKindUnknown({ amount, jobs: jobs.get(key) ?? 0, stating: everStated.get(key) ?? 0 });
  return { isUnknown: isUnknownAt, basis };
}

/** What gives each part its park and region: of its own day, or those that it counts to today. */
async function placesOf(
  reads: Reads,
  query: CrossQuery,
  now: Date,
): Promise<(parts: Part[]) => Keyed[]> {
  const numberOf = new Map((await parksNow(reads)).map(({ id, number }) => [id, number]));
  const isOfThen = query.structure === 'then';
  const after = isOfThen ? null : await successors(reads);
  const counties = await countiesByDay(reads);
  const present = counties(today(now));
  const regions = new Map(
    partSpansOf(query).map(({ month, asOf }) => [month, isOfThen ? counties(asOf) : present]),
  );
  return (parts) =>
    parts.map((part) => {
      const parkId = after?.get(part.parkId) ?? part.parkId;
      return {
        ...part,
        park: numberOf.get(parkId) ?? noKey,
        region: regions.get(part.month)?.get(parkId) ?? noKey,
      };
    });
}

/** The address of the records of a cell, or of a total where a key is left out. */
function recordsOf(
  query: CrossQuery,
  { scope, now }: { scope: SeenScope; now: Date },
  row: string | null,
  column: string | null,
): string {
  const key: Partial<Record<Dimension, string>> = {
    ...(row === null ? {} : { [query.rows]: row }),
    ...(column === null || query.columns === null ? {} : { [query.columns]: column }),
  };
  const spans = spansOf(query);
  const span = key.month ? spans.find(({ month }) => month === key.month) : undefined;
  const within = key.park ? `park:${key.park}` : key.region ? `region:${key.region}` : undefined;
  return recordsAddress({
    measure: query.measure,
    scope: scope.text,
    countiesOn: countiesDayOf(query, today(now)),
    position: query.position,
    within,
    structure: within !== undefined && query.structure === 'then' ? 'then' : undefined,
    from: (span ?? spans[0])?.from ?? '',
    asOf: (span ?? spans.at(-1))?.asOf ?? '',
    ...chosenOf({ form: query.form, industry: query.industry, category: query.category }),
    ...chosenOf({ form: key.form, industry: key.industry, category: key.category }),
  });
}

const chosenOf = (kinds: Record<string, string | null | undefined>) =>
  Object.fromEntries(
    Object.entries(kinds).filter(([, value]) => value !== null && value !== undefined),
  );

import { type Day, isMonth, lastWholeMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { isFault, type Places, placesByHeads } from '../files/choose-columns.js';
import { headKey } from '../files/heads.js';
import type { Limits } from '../files/limits.js';
import { tableLimits } from '../files/limits.js';
import type { ChosenRow, FileTable } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { plainWidth } from '../input/plain-width.js';
import { Refusal } from '../language/refusal.js';
import type { Say } from '../language/say.js';
import { type ColumnKey, columnKeys, importTargets, type Remembered } from './columns.js';
import { type Source, sourceOf } from './source-rows.js';

/** A list may have more rows than the table of a park's month. */
const listLimits: Limits = Object.assign({}, tableLimits, { rows: 20_000 });

/** A list as it was read from a file. */
export type ReadList = Source & { sheet: string; headRow: number; month: Month | null };

/** Reads the table of a list. @throws Refusal at the field `file` */
export const readTable = (
  bytes: Buffer,
  say: Say,
  { remembered, chosen = null }: { remembered: Remembered; chosen?: ChosenRow | null },
): Promise<FileTable> =>
  tableOf(bytes, {
    headings: importTargets(say, remembered),
    chosen,
    fills: true,
    limits: listLimits,
  });

/** The columns by their headings, or null where they have to be mapped by hand. @throws Refusal for a heading twice */
export function placesIn(
  table: FileTable,
  say: Say,
  remembered: Remembered,
): Places<ColumnKey> | null {
  if (!table.isFound) return null;
  const places = placesByHeads(table.heads, importTargets(say, remembered));
  if (isFault(places)) throw new Refusal([places]);
  return places;
}

/**
 * The rows of a list.
 * @param today a month that its title names is that of its headcounts where it is over; else the last one that is
 * @throws Refusal for a list without rows
 */
export function listIn(table: FileTable, places: Places<ColumnKey>, today: Day): ReadList {
  const source = sourceOf(table, places, today);
  if (source.rows.length === 0) throw new Refusal([{ field: 'file', key: 'imports.empty' }]);
  const { sheet, headRow } = table;
  const month = places.headcount < 0 ? null : (monthInTitle(table, today) ?? lastWholeMonth(today));
  return Object.assign({ sheet, headRow, month }, source);
}

/** 截至2026年5月: the last month that the rows above the headings name and that is over. */
function monthInTitle({ firstRows, headRow }: FileTable, today: Day): Month | null {
  const titles = firstRows.filter(({ row }) => row < headRow).map(({ text }) => plainWidth(text));
  const found = titles.flatMap((text) => [
    ...text.matchAll(/(20\d{2})[年.\-/](\d{1,2})(?:月|(?!\d))/g),
  ]);
  const months = found.map(([, year, number]) => `${year}-${number?.padStart(2, '0')}`);
  return months.filter((month) => isMonth(month) && month <= lastWholeMonth(today)).at(-1) ?? null;
}

/** What the headings of a park's lists stand for, as it was said before. */
export async function rememberedHeads(reads: Reads, parkId: number): Promise<Remembered> {
  const rows = await reads.importHeading.findMany({ where: { parkId } });
  return new Map(
    rows
      .filter(({ columnKey }) => (columnKeys as readonly string[]).includes(columnKey))
      .map(({ heading, columnKey }) => [heading, columnKey as ColumnKey]),
  );
}

/**
 * The headings that stand for a column by choice, and neither by their names nor as the park said before: that it takes
 * back what it said wrongly is remembered too.
 */
export function headsToRemember(
  { heads }: FileTable,
  places: Places<ColumnKey>,
  say: Say,
  remembered: Remembered,
): { heading: string; columnKey: ColumnKey }[] {
  const byName = importTargets(say, remembered);
  return columnKeys.flatMap((columnKey) => {
    const head = heads[places[columnKey]];
    if (!head) return [];
    const heading = headKey(head);
    const known = byName.find(({ names }) => names.some((name) => headKey(name) === heading));
    return known?.key === columnKey ? [] : [{ heading, columnKey }];
  });
}

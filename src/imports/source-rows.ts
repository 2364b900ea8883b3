import type { Day } from '../calendar/days.js';
import type { Places } from '../files/choose-columns.js';
import { dayInCell } from '../files/day-in-cell.js';
import { areDraggedFormulas } from '../files/dragged-formulas.js';
import { blankCell, type FileTable, type TableCell, type TableRow } from '../files/table.js';
import { isTotals } from '../files/totals.js';
import { type ColumnKey, columnKeys } from './columns.js';
import { withoutCitizens } from './without-citizens.js';

/** A row of a list as it was read: texts by column, a day that a spreadsheet counts as that day; true for a formula. */
export type SourceRow = {
  row: number;
  texts: Partial<Record<ColumnKey, string | true>>;
};

/** What of a list is read, and what is not: rows of totals and below them, and columns that nothing is known of. */
export type Source = { rows: SourceRow[]; passedOver: number[]; unread: string[] };

const days: readonly ColumnKey[] = [
  'graduatedOn',
  'registeredOn',
  'settledOn',
  'leaseFrom',
  'leaseTo',
  'visitedOn',
  'followUpOn',
];

/**
 * The rows of a table that speak of a venture, without numbers of identity cards. One of totals, or of a signature below the
 * list, is passed over.
 */
export function sourceOf(table: FileTable, places: Places<ColumnKey>, today: Day): Source {
  const used = columnKeys.filter((key) => places[key] >= 0);
  const taken = new Set(used.map((key) => places[key]));
  const unread = table.heads.flatMap((head, place) => (head && !taken.has(place) ? [head] : []));
  const source: Source = { rows: [], passedOver: [], unread };
  for (const row of table.rows) {
    const cellsOf = (keys: readonly ColumnKey[]) =>
      keys.map((key) => row.cells[places[key]] ?? blankCell);
    if (areDraggedFormulas(cellsOf(used), cellsOf(naming))) continue;
    const read = rowOf(row, { used, places, is1904: table.is1904, today });
    if (isOfVenture(read)) source.rows.push(read);
    else source.passedOver.push(row.row);
  }
  return source;
}

/** The columns that name a venture or somebody in it. */
const naming: readonly ColumnKey[] = ['name', 'founder', 'phone', 'code', 'number'];

type Reading = {
  used: readonly ColumnKey[];
  places: Places<ColumnKey>;
  is1904: boolean;
  today: Day;
};

function rowOf(row: TableRow, { used, places, is1904, today }: Reading): SourceRow {
  const texts: SourceRow['texts'] = {};
  for (const key of used) {
    const text = textOf(row.cells[places[key]] ?? blankCell, key, is1904);
    if (text !== null) texts[key] = text === true ? text : withoutCitizens(text, today);
  }
  return { row: row.row, texts };
}

function textOf(cell: TableCell, key: ColumnKey, is1904: boolean): string | true | null {
  if (cell.isFormula) return true;
  if (cell.text === null || !days.includes(key)) return cell.text;
  const read = dayInCell(cell, is1904);
  return 'day' in read ? read.day : cell.text;
}

function isOfVenture({
  texts: { name, founder, phone, code, number, ...rest },
}: SourceRow): boolean {
  if (typeof name === 'string' && !isTotals(name)) return true;
  const isNamed = [founder, phone, code, number].some((text) => text !== undefined);
  if (typeof name === 'string') return isNamed;
  return isNamed || name === true || Object.keys(rest).length > 1;
}

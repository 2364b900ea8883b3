import { type Month, monthOf as monthOfDay } from '../calendar/days.js';
import type { Places } from '../files/choose-columns.js';
import { dayInCell } from '../files/day-in-cell.js';
import { blankCell, type FileTable, type TableCell, type TableRow } from '../files/table.js';
import { monthOf } from '../input/days.js';
import { nameKey } from '../input/names.js';
import type { Fault } from '../language/refusal.js';
import { makeSay, type Say, type WordKey } from '../language/say.js';
import { evidenceGrades } from '../ventures/kinds.js';
import { type Column, columns, readCell, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { headOf, type SheetColumn } from './headcount-sheet.js';
import { wrongIn } from './read-grid.js';
import { readStamp } from './row-stamp.js';

/** A cell that a file would change: what stands in the grid, what the file holds, and whether somebody changed it since the file was downloaded. */
export type ImportedCell = {
  ventureId: number;
  column: Column;
  now: string;
  mine: string;
  isConflict: boolean;
};

/** What a table of a park's month holds. */
export type ReadHeadcounts = {
  cells: ImportedCell[];
  /** How many rows do not say what they held when they were downloaded for this month and park. */
  unstamped: number;
  /** Rows of totals, by their numbers. */
  passedOver: number[];
};

type Wrong = { row: number; column: SheetColumn | null; why: WordKey };
/** The rows of the grid, and of which park and month the table must be. */
export type AboutTable = {
  rows: GridRow[];
  network: string;
  park: string;
  month: Month;
  say: Say;
};
type Reading = AboutTable & {
  table: FileTable;
  places: Places<SheetColumn>;
  byNumber: Map<string, GridRow>;
  byName: Map<string, GridRow[]>;
  seen: Set<number>;
};

const mostListed = 8;
const totals = /^(合计|总计|小计|total|sum)/i;

/**
 * Reads a filled-in table of a park's month. In a row with its own stamp a blank is missing and 0 is zero; in any other
 * what is filled in is read as typed and a blank leaves what stands. A row that the file leaves out is left alone.
 * @param places the columns; of a table of somebody's own, month and park are -1 and are not held against the page's
 * @returns the cells that it would change, or what is wrong with it, each by row and column
 */
export function readHeadcounts(
  table: FileTable,
  places: Places<SheetColumn>,
  about: AboutTable,
): ReadHeadcounts | Fault {
  const filled = table.rows.filter(({ cells }) => cells.some(({ text }) => text !== null));
  if (filled.length === 0) return { field: 'file', key: 'returns.import.empty' };
  const reading = readingOf(table, places, about);
  const read: ReadHeadcounts = { cells: [], unstamped: 0, passedOver: [] };
  const wrong: Wrong[] = [];
  for (const row of filled) {
    if (isOfTotals(row, reading)) {
      read.passedOver.push(row.row);
      continue;
    }
    const own = ventureOf(row, reading);
    if ('why' in own) wrong.push(own);
    else {
      read.cells.push(...cellsOf(row, places, own, wrong));
      if (own.was === null) read.unstamped += 1;
    }
  }
  return wrong.length > 0 ? faultOf(wrong, about.say) : read;
}

/** A row of sums has no venture's number or name before them, though a name may begin like one: Summit, Total Fitness. */
function isOfTotals(row: TableRow, reading: Reading): boolean {
  const text = cellOf(reading, row, 'number').text ?? '';
  return totals.test(text) && rowNamed(text, reading) === 'returns.import.why.venture';
}

function readingOf(table: FileTable, places: Places<SheetColumn>, about: AboutTable): Reading {
  const byName = new Map<string, GridRow[]>();
  for (const row of about.rows)
    byName.set(nameKey(row.name), [...(byName.get(nameKey(row.name)) ?? []), row]);
  const byNumber = new Map(about.rows.map((row) => [row.number, row]));
  return Object.assign({ table, places, byNumber, byName, seen: new Set<number>() }, about);
}

const cellOf = (
  { places }: Pick<Reading, 'places'>,
  { cells }: TableRow,
  column: SheetColumn,
): TableCell => cells[places[column]] ?? blankCell;

function faultOf(wrong: Wrong[], say: Say): Fault {
  const shown = wrong.slice(0, mostListed).map(({ row, column, why }) =>
    column === null
      ? say('returns.import.row', { row: String(row), why: say(why) })
      : say('returns.import.cell', {
          row: String(row),
          column: headOf(column, say),
          why: say(why),
        }),
  );
  const list = `${shown.join(say('history.and'))}${wrong.length > mostListed ? '……' : ''}`;
  return { field: 'file', key: 'returns.import.wrong', values: { count: wrong.length, list } };
}

/** A month as its column says it, or as a cell does that a program turned into a day. */
function monthIn(cell: TableCell, is1904: boolean): Month | null {
  const day = dayInCell(cell, is1904);
  return 'day' in day ? monthOfDay(day.day) : monthOf(cell.text ?? '');
}

type Own = { row: GridRow; was: string[] | null };

/** Whose row it is, and what stood in it when the file was downloaded; null where the file does not say. */
function ventureOf(tableRow: TableRow, reading: Reading): Own | Wrong {
  const { park, month, network, places, seen, table } = reading;
  const refused = (column: SheetColumn | null, why: WordKey): Wrong => ({
    row: tableRow.row,
    column,
    why,
  });
  const cell = (column: SheetColumn) => cellOf(reading, tableRow, column);
  if (tableRow.isMerged) return refused(null, 'returns.import.why.merged');
  if (places.month >= 0 && monthIn(cell('month'), table.is1904) !== month)
    return refused('month', 'returns.import.why.month');
  if (places.park >= 0 && cell('park').text?.toUpperCase() !== park)
    return refused('park', 'returns.import.why.park');
  const row = rowNamed(cell('number').text ?? '', reading);
  if (typeof row === 'string') return refused('number', row);
  if (seen.has(row.ventureId)) return refused('number', 'returns.import.why.twice');
  seen.add(row.ventureId);
  const was = readStamp(cell('stamp').text, { network, park, month, number: row.number });
  return { row, was };
}

/** A venture of the park by its number, or by a name that no other of them has. */
function rowNamed(text: string, { byNumber, byName }: Reading): GridRow | WordKey {
  const numbered = byNumber.get(text.toUpperCase());
  if (numbered) return numbered;
  const [named, ...others] = text === '' ? [] : (byName.get(nameKey(text)) ?? []);
  if (!named) return 'returns.import.why.venture';
  return others.length > 0 ? 'returns.import.why.ambiguous' : named;
}

function cellsOf(
  tableRow: TableRow,
  places: Places<SheetColumn>,
  own: Own,
  wrong: Wrong[],
): ImportedCell[] {
  const found: ImportedCell[] = [];
  for (const [i, column] of columns.entries()) {
    const cell = cellOf({ places }, tableRow, column);
    const isBlank = cell.text === null && !cell.isFormula;
    // There is no evidence that is none, and without a stamp a blank says nothing: it leaves what stands.
    if (places[column] === -1 || (isBlank && (column === 'evidence' || own.was === null))) continue;
    const value = cell.isFormula ? null : readCell(column, plain(column, cell.text ?? ''));
    if (value === null) {
      const why = cell.isFormula ? 'returns.import.why.formula' : wrongIn(column);
      wrong.push({ row: tableRow.row, column, why });
      continue;
    }
    const [now, mine] = [textOf(own.row.shown[column]), textOf(value.value)];
    const before = own.was?.[i] ?? now;
    if (mine === before || mine === now) continue;
    const { ventureId } = own.row;
    found.push({ ventureId, column, now, mine, isConflict: now !== before });
  }
  return found;
}

/** Evidence as its word in either language. */
function plain(column: Column, text: string): string {
  if (column !== 'evidence') return text;
  const voices = (['zh', 'en'] as const).map(makeSay);
  const named = (grade: (typeof evidenceGrades)[number]) =>
    voices.some((say) => say(`returns.evidence.${grade}`) === text);
  return evidenceGrades.find(named) ?? text;
}

import { type Month, monthOf as monthOfDay } from '../calendar/days.js';
import type { Places } from '../files/choose-columns.js';
import { dayInCell } from '../files/day-in-cell.js';
import { areDraggedFormulas } from '../files/dragged-formulas.js';
import {
  blankCell,
  type FileTable,
  isStruckOut,
  type TableCell,
  type TableRow,
} from '../files/table.js';
import { beginsAsTotals, isTotals } from '../files/totals.js';
import { monthOf } from '../input/days.js';
import { nameKey } from '../input/names.js';
import type { Fault } from '../language/refusal.js';
import { makeSay, type Say, type WordKey } from '../language/say.js';
import { evidenceGrades } from '../ventures/kinds.js';
import { type Column, columns, readCell, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { headOf, type SheetColumn, sheetColumns } from './headcount-sheet.js';
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
  /** Rows that are of no venture, by their numbers: totals, signatures. */
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
/** 填表人：张三 */
const signature = /[:：]/;

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
  const filled = table.rows.filter((row) => isFilled(row, places));
  if (filled.length === 0) return { field: 'file', key: 'returns.import.empty' };
  const reading = readingOf(table, places, about);
  const read: ReadHeadcounts = { cells: [], unstamped: 0, passedOver: [] };
  const wrong: Wrong[] = [];
  for (const row of filled) {
    if (isOfNobody(row, reading)) {
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

/** Whether anything stands in the columns that are read; formulas that were dragged past the table are no row of it. */
function isFilled({ cells }: TableRow, places: Places<SheetColumn>): boolean {
  const of = (column: SheetColumn) => cells[places[column]] ?? blankCell;
  const number = of('number');
  // Month and park are the same in every row, and say nothing of whose it is.
  if (areDraggedFormulas([number, ...columns.map(of)], [number])) return false;
  return number.isFormula || sheetColumns.some((column) => of(column).text !== null);
}

/**
 * A row that says itself that it is of totals, in whichever column, or that names no venture and fills nothing in: a
 * signature. A venture's name may begin like a sum: Summit, Total Fitness.
 */
function isOfNobody(row: TableRow, reading: Reading): boolean {
  const cell = cellOf(reading, row, 'number');
  const text = cell.text ?? '';
  if (cell.isFormula || rowNamed(text, reading) !== 'returns.import.why.venture') return false;
  if (beginsAsTotals(text)) return true;
  const fillsIn = columns.some((column) => {
    const { text: typed, isFormula } = cellOf(reading, row, column);
    return typed !== null || isFormula;
  });
  if (text === '') return !fillsIn || row.cells.some((own) => isTotals(own.text ?? ''));
  return !fillsIn && signature.test(text);
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

/** Why a cell is not read at all. */
function whyUnread({ text, isFormula }: TableCell): WordKey | null {
  if (isFormula) return 'returns.import.why.formula';
  return isStruckOut(text ?? '') ? 'returns.import.why.struck' : null;
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
  // What a formula names may be another venture when it is worked out the next time.
  for (const column of ['month', 'park', 'number'] as const) {
    const why = whyUnread(cell(column));
    if (why) return refused(column, why);
  }
  if (tableRow.isMerged) return refused(null, 'returns.import.why.merged');
  if (places.month >= 0 && monthIn(cell('month'), table.is1904) !== month)
    return refused('month', 'returns.import.why.month');
  if (places.park >= 0 && cell('park').text?.toUpperCase() !== park)
    return refused('park', 'returns.import.why.park');
  const row = rowNamed(cell('number').text ?? '', reading);
  if (typeof row === 'string') return refused('number', row);
  if (seen.has(row.ventureId)) return refused('number', 'returns.import.why.twice');
  seen.add(row.ventureId);
  const { text, isFormula } = cell('stamp');
  const was = readStamp(isFormula ? null : text, { network, park, month, number: row.number });
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
    const why = whyUnread(cell);
    const value = why ? null : readCell(column, plain(column, cell.text ?? ''));
    if (value === null) {
      wrong.push({ row: tableRow.row, column, why: why ?? wrongIn(column, cell.text ?? '') });
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

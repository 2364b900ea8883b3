import { type Month, monthOf as monthOfDay } from '../calendar/days.js';
import type { TableRow } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { monthOf, readDay } from '../input/days.js';
import type { Fault } from '../language/refusal.js';
import { makeSay, type Say, type WordKey } from '../language/say.js';
import { evidenceGrades } from '../ventures/kinds.js';
import { type Column, columns, readCell, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { headOf, placesOf, type SheetColumn } from './headcount-sheet.js';
import { readWas, wrongIn } from './read-grid.js';

/** A cell that a file would change: what stands in the grid, what the file holds, and whether somebody changed it since the file was downloaded. */
export type ImportedCell = {
  ventureId: number;
  column: Column;
  now: string;
  mine: string;
  isConflict: boolean;
};

type Wrong = { row: number; column: SheetColumn | null; why: WordKey };
type Places = Record<SheetColumn, number>;
type About = { rows: GridRow[]; park: string; month: Month; say: Say };

const needed = [
  'month',
  'park',
  'number',
  ...columns.filter((column) => column !== 'note'),
] as const;
const mostTold = 8;

/**
 * Reads a filled-in table of a park's month out of a workbook or text. Blank is missing, 0 is zero; a row that the
 * file leaves out is left alone. @param about the rows of the grid, the park's number and the month that it must be of
 * @returns the cells that it would change, or what is wrong with it, each by row and column
 * @throws Refusal for a file that cannot be read
 */
export async function readHeadcounts(
  bytes: Buffer,
  about: About,
): Promise<{ cells: ImportedCell[] } | Fault> {
  const { rows } = await tableOf(bytes, { unreadable: 'returns.roster.no-workbook' });
  const [first, ...rest] = rows;
  const places = placesOf((first?.cells ?? []).map(({ text }) => text));
  const absent = needed.filter((column) => places[column] === -1);
  if (absent.length > 0) {
    const list = absent.map((column) => headOf(column, about.say)).join(about.say('history.and'));
    return { field: 'file', key: 'returns.import.no-head', values: { list } };
  }
  const filled = rest.filter(({ cells }) => cells.some(({ text }) => text !== null));
  if (filled.length === 0) return { field: 'file', key: 'returns.import.empty' };
  const known = new Map(about.rows.map((row) => [row.number, row]));
  const seen = new Set<string>();
  const wrong: Wrong[] = [];
  const cells = filled.flatMap((row) => {
    const own = ventureOf(row, places, about, { known, seen });
    if ('why' in own) wrong.push(own);
    else return cellsOf(row, places, own, wrong);
    return [];
  });
  return wrong.length > 0 ? faultOf(wrong, about.say) : { cells };
}

function faultOf(wrong: Wrong[], say: Say): Fault {
  const told = wrong.slice(0, mostTold).map(({ row, column, why }) =>
    column === null
      ? say('returns.import.row', { row: String(row), why: say(why) })
      : say('returns.import.cell', {
          row: String(row),
          column: headOf(column, say),
          why: say(why),
        }),
  );
  const list = `${told.join(say('history.and'))}${wrong.length > mostTold ? '……' : ''}`;
  return { field: 'file', key: 'returns.import.wrong', values: { count: wrong.length, list } };
}

/** A month as its column says it, or as a cell does that a program turned into a day. */
function monthIn(text: string): Month | null {
  const day = readDay(text);
  return 'day' in day ? monthOfDay(day.day) : monthOf(text);
}

type Own = { row: GridRow; was: string[] | null };

/** Whose row it is, and what stood in it when the file was downloaded; null where the file does not say. */
function ventureOf(
  { row, cells, isMerged }: TableRow,
  places: Places,
  { park, month }: About,
  { known, seen }: { known: Map<string, GridRow>; seen: Set<string> },
): Own | Wrong {
  const refused = (column: SheetColumn | null, why: WordKey): Wrong => ({ row, column, why });
  const of = (column: SheetColumn) => cells[places[column]]?.text ?? null;
  if (isMerged) return refused(null, 'returns.import.why.merged');
  if (monthIn(of('month') ?? '') !== month) return refused('month', 'returns.import.why.month');
  if (of('park')?.toUpperCase() !== park) return refused('park', 'returns.import.why.park');
  const number = (of('number') ?? '').toUpperCase();
  const own = known.get(number);
  if (!own) return refused('number', 'returns.import.why.venture');
  if (seen.has(number)) return refused('number', 'returns.import.why.twice');
  seen.add(number);
  const stamp = of('stamp');
  const was = stamp === null ? null : readWas(stamp);
  if (stamp !== null && was === null) return refused('stamp', 'returns.import.why.stamp');
  return { row: own, was };
}

function cellsOf(tableRow: TableRow, places: Places, own: Own, wrong: Wrong[]): ImportedCell[] {
  const found: ImportedCell[] = [];
  for (const [i, column] of columns.entries()) {
    const cell = tableRow.cells[places[column]];
    // There is no evidence that is none: a blank leaves what stands.
    if (places[column] === -1 || (column === 'evidence' && !cell?.text)) continue;
    const value = cell?.isFormula ? null : readCell(column, plain(column, cell?.text ?? ''));
    if (value === null) {
      const why = cell?.isFormula ? 'returns.import.why.formula' : wrongIn(column);
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

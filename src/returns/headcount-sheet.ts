import { writeXlsx } from 'hucre/xlsx';
import { makeSay, type Say } from '../language/say.js';
import { evidenceGrades } from '../ventures/kinds.js';
import { type Column, columns, isNumberColumn, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { MOST_PEOPLE } from './headcount.js';
import { wasText } from './read-grid.js';

/** The columns of the table of a park's month (月报表格), as it is downloaded. `stamp` is hidden: what stood in the row then. */
export const sheetColumns = [
  ...(['month', 'park', 'number', 'venture', 'last'] as const),
  ...columns,
  'stamp',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

const isOfGrid = (column: SheetColumn): column is Column =>
  (columns as readonly string[]).includes(column);

/** What the first row calls a column. */
export function headOf(column: SheetColumn, say: Say): string {
  if (column === 'note') return say('returns.grid.row-note');
  return isOfGrid(column) ? say(`returns.${column}`) : say(`returns.import.column.${column}`);
}

/** Which column is which, by either language; -1 for one that is not there. */
export function placesOf(heads: (string | null)[]): Record<SheetColumn, number> {
  const voices = (['zh', 'en'] as const).map(makeSay);
  const placeOf = (column: SheetColumn) => {
    const names = voices.map((say) => headOf(column, say));
    return heads.findIndex((head) => head !== null && names.includes(head));
  };
  return Object.fromEntries(
    sheetColumns.map((column) => [column, placeOf(column)] as const),
  ) as Record<SheetColumn, number>;
}

const widths: Partial<Record<SheetColumn, number>> = { number: 16, venture: 30, note: 30 };

/** The table with a row for each venture, what is filled in already in its cells, the rest blank. @returns xlsx */
export async function headcountSheet(
  rows: GridRow[],
  { park, month, say }: { park: string; month: string; say: Say },
): Promise<Buffer> {
  const last = rows.length + 1;
  const at = (column: SheetColumn) => String.fromCharCode(65 + sheetColumns.indexOf(column));
  const range = (from: SheetColumn, to = from) => `${at(from)}2:${at(to)}${Math.max(2, last)}`;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: say('returns.import.sheet'),
        columns: sheetColumns.map((column) => ({
          width: widths[column] ?? 12,
          hidden: column === 'stamp',
          // A month would be read as a date.
          ...(column === 'month' || column === 'stamp' ? { numFmt: '@' } : {}),
        })),
        rows: [
          sheetColumns.map((column) => headOf(column, say)),
          ...rows.map((row) => sheetColumns.map((column) => cellOf(row, column, park, month, say))),
        ],
        freezePane: { rows: 1, columns: 4 },
        dataValidations: [
          {
            type: 'whole',
            operator: 'between',
            formula1: '0',
            formula2: `${MOST_PEOPLE}`,
            allowBlank: true,
            showErrorMessage: true,
            range: range('headcount', 'others'),
            errorMessage: say('returns.grid.wrong-number'),
          },
          {
            type: 'list',
            allowBlank: true,
            showErrorMessage: true,
            range: range('evidence'),
            values: evidenceGrades.map((grade) => say(`returns.evidence.${grade}`)),
          },
        ],
      },
    ],
  });
  return Buffer.from(bytes);
}

function cellOf(
  { number, name, last, shown }: GridRow,
  column: SheetColumn,
  park: string,
  month: string,
  say: Say,
): string | number | null {
  if (isNumberColumn(column)) return shown[column];
  if (column === 'evidence') return say(`returns.evidence.${shown.evidence}`);
  if (column === 'stamp') return wasText(columns.map((value) => textOf(shown[value])));
  const own = { month, park, number, last, venture: name, note: shown.note || null };
  return own[column as keyof typeof own];
}

import { writeXlsx } from 'hucre/xlsx';
import type { Places, Target } from '../files/choose-columns.js';
import { placesOfHead } from '../files/heads.js';
import { makeSay, type Say } from '../language/say.js';
import { evidenceGrades } from '../ventures/kinds.js';
import { type Column, columns, isNumberColumn, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { MOST_PEOPLE } from './headcount.js';
import { type StampedRow, stampOf } from './row-stamp.js';

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

/** The columns without which a table is not the one that was downloaded. */
const needed: SheetColumn[] = [
  'month',
  'park',
  'number',
  ...columns.filter((column) => column !== 'note'),
];
const voices = (['zh', 'en'] as const).map(makeSay);

/** What parks call these in tables of their own. */
const likely: Partial<Record<SheetColumn, RegExp>> = {
  number: /编号|企业|单位|主体|名称|number|venture|company|name/i,
  headcount: /人数|带动|用工|员工|headcount|jobs|people|staff/i,
  graduates: /毕业生|大学生|graduate/i,
  hardship: /困难|hardship/i,
  returned: /返乡|return/i,
  local: /本地|本村|local/i,
  others: /其他|其它|other/i,
  evidence: /核实|佐证|evidence/i,
  note: /备注|说明|note|remark/i,
};

/** The columns that are looked for in a file, by their names in either language. */
export const headcountTargets = (say: Say): Target<SheetColumn>[] =>
  sheetColumns.map((column) => ({
    key: column,
    label: headOf(column, say),
    names: voices.map((voice) => headOf(column, voice)),
    isNeeded: needed.includes(column),
  }));

/** The same for a table of a park's own: whose row it is and how many people are enough, and a name will do. */
export const ownTableTargets = (say: Say): Target<SheetColumn>[] =>
  headcountTargets(say)
    .filter(({ key }) => ['number', 'month', 'park'].includes(key) || isOfGrid(key))
    .map(({ key, label, names }) => ({
      key,
      names,
      label: key === 'number' ? say('returns.import.number-or-name') : label,
      isNeeded: key === 'number' || key === 'headcount',
      likely: likely[key] ?? /^$/,
    }));

/** The columns of a table of a park's own, as they were chosen: a stamp is found by its heading, the rest is not read. */
export function ownTablePlaces(
  chosen: Places<SheetColumn>,
  heads: (string | null)[],
): Places<SheetColumn> {
  const names = voices.map((voice) => headOf('stamp', voice));
  const absent = Object.fromEntries(sheetColumns.map((column) => [column, -1] as const));
  const stamp = placesOfHead(heads, names)[0] ?? -1;
  return Object.assign(absent as Places<SheetColumn>, { stamp }, chosen);
}

const widths: Partial<Record<SheetColumn, number>> = { number: 16, venture: 30, note: 30 };

/** The table with a row for each venture, what is filled in already in its cells, the rest blank. @returns xlsx */
export async function headcountSheet(
  rows: GridRow[],
  { network, park, month, say }: Omit<StampedRow, 'number'> & { say: Say },
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
          ...rows.map((row) =>
            sheetColumns.map((column) =>
              cellOf(row, column, { network, park, month, number: row.number }, say),
            ),
          ),
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
  stamped: StampedRow,
  say: Say,
): string | number | null {
  if (isNumberColumn(column)) return shown[column];
  if (column === 'evidence') return say(`returns.evidence.${shown.evidence}`);
  if (column === 'stamp')
    return stampOf(
      stamped,
      columns.map((value) => textOf(shown[value])),
    );
  const { month, park } = stamped;
  const own = { month, park, number, last, venture: name, note: shown.note || null };
  return own[column as keyof typeof own];
}

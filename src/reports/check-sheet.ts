import { columnName } from './cell-xml.js';
import { plainOf, type ReadSheet } from './read-book.js';
import { RowMarks, rowsABlock } from './row-marks.js';
import type { ColumnKind } from './table.js';

/** Where a workbook is not as it was made: a cell where it can be told, else a row or the sheet. */
export type Difference = {
  sheet: string;
  cell: string;
  what: 'cell' | 'row' | 'head' | 'sum' | 'cover' | 'missing-sheet' | 'row-count' | 'added';
};

type Kept = {
  heads: { head: string; kind: ColumnKind; isSummed: boolean }[];
  rows: number;
  sums: string[];
  /** A mark for each row, then for each column of each block of rows. */
  marks: Buffer;
};

export function checkSheet(
  sheet: ReadSheet | undefined,
  kept: Kept,
): { digest: string; differences: Difference[] } {
  if (!sheet) return { digest: '', differences: [{ sheet: '', cell: '', what: 'missing-sheet' }] };
  const { heads } = kept;
  const at = (cell: string, what: Difference['what']): Difference => ({
    sheet: sheet.name,
    cell,
    what,
  });
  const isSummed = heads.some((head) => head.isSummed);
  const body = sheet.rows.slice(1);
  while (body.length > 0 && isBlank(body.at(-1) ?? [])) body.pop();
  const sums = isSummed ? body.pop() : undefined;
  const marks = new RowMarks(heads);
  for (const row of body) marks.addPlain(heads.map(({ kind }, i) => plainOf(row[i], kind)));
  const differences = [
    ...heads.flatMap(({ head }, i) =>
      String(sheet.rows[0]?.[i] ?? '') === head ? [] : [at(`${columnName(i)}1`, 'head')],
    ),
    ...(body.length === kept.rows ? [] : [at(String(body.length), 'row-count')]),
    ...rowDifferences(marks, kept).map(({ row, column }) =>
      column === null ? at(String(row + 2), 'row') : at(`${columnName(column)}${row + 2}`, 'cell'),
    ),
    ...body.flatMap((row, i) =>
      isBlank(row.slice(heads.length)) ? [] : [at(String(i + 2), 'added')],
    ),
    ...heads.flatMap((head, i) =>
      head.isSummed && plainOf(sums?.[i], head.kind) !== kept.sums[i]
        ? [at(`${columnName(i)}${body.length + 2}`, 'sum')]
        : [],
    ),
  ];
  return { digest: marks.digest(), differences };
}

const isBlank = (row: unknown[]): boolean =>
  row.every((cell) => cell === null || cell === undefined || cell === '');

/** The rows whose marks differ; the cells of them, where the columns of their block tell. */
function rowDifferences(marks: RowMarks, { rows, heads, marks: kept }: Kept) {
  const found: { row: number; column: number | null }[] = [];
  const isAsLong = marks.rows.length === rows;
  for (let row = 0; row < Math.min(rows, marks.rows.length); row += 1) {
    if (marks.rows[row] === kept.readUInt32LE(row * 4)) continue;
    const block = Math.floor(row / rowsABlock);
    const columns = isAsLong
      ? heads.flatMap((_, i) =>
          marks.blocks[block]?.[i] === kept.readUInt32LE((rows + block * heads.length + i) * 4)
            ? []
            : [i],
        )
      : [];
    if (columns.length === 0) found.push({ row, column: null });
    else found.push(...columns.map((column) => ({ row, column })));
    // Beyond a row too many or too few, every row differs.
    if (!isAsLong) break;
  }
  return found;
}

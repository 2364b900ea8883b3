import { columnName } from './cell-xml.js';
import { plainOf, type ReadCell, type ReadSheet } from './read-book.js';
import { RowMarks, rowsABlock } from './row-marks.js';
import type { ColumnKind } from './table.js';

/** Where a workbook is not as it was made: a cell where it can be told, else a row or the sheet. */
export type Difference = {
  sheet: string;
  cell: string;
  what:
    | 'cell'
    | 'row'
    | 'head'
    | 'sum'
    | 'cover'
    | 'missing-sheet'
    | 'added-sheet'
    | 'row-count'
    | 'added';
};

type Kept = {
  heads: { head: string; kind: ColumnKind; isSummed: boolean }[];
  rows: number;
  sums: string[];
  /** A mark for each row, then for each column of each block of rows. */
  marks: Buffer;
};

/**
 * Holds the sheets of one table against what was kept of it.
 * @param count how many sheets it was written to
 */
export function checkSheet(
  parts: ReadSheet[],
  count: number,
  kept: Kept,
): { digest: string; differences: Difference[] } {
  if (parts.length < count)
    return { digest: '', differences: [{ sheet: '', cell: '', what: 'missing-sheet' }] };
  const { heads } = kept;
  const bodies = parts.map(({ name, rows }) => ({ name, heads: rows[0], rows: bodyOf(rows) }));
  const last = bodies.at(-1) as (typeof bodies)[number];
  const sums = heads.some((head) => head.isSummed) ? last.rows.pop() : undefined;
  const marks = new RowMarks(heads);
  const places: Place[] = [];
  for (const { name, rows } of bodies) {
    for (const [i, row] of rows.entries()) {
      marks.addPlain(heads.map(({ kind }, column) => plainOf(row[column], kind)));
      places.push({ sheet: name, row: i + 2, isBeside: !isBlank(row.slice(heads.length)) });
    }
  }
  const differences = [
    ...bodies.flatMap((body) => headDifferences(body.name, body.heads, heads)),
    ...(places.length === kept.rows
      ? []
      : [{ sheet: last.name, cell: String(places.length), what: 'row-count' as const }]),
    ...rowDifferences(marks, kept).map(({ row, column }) => differenceAt(places[row], column)),
    ...places.flatMap(({ sheet, row, isBeside }) =>
      isBeside ? [{ sheet, cell: String(row), what: 'added' as const }] : [],
    ),
    ...heads.flatMap((head, i) =>
      head.isSummed && plainOf(sums?.[i], head.kind) !== kept.sums[i]
        ? [
            {
              sheet: last.name,
              cell: `${columnName(i)}${last.rows.length + 2}`,
              what: 'sum' as const,
            },
          ]
        : [],
    ),
  ];
  return { digest: marks.digest(), differences };
}

/** Where a row of a table stands, and whether something was written beside it. */
type Place = { sheet: string; row: number; isBeside: boolean };

const differenceAt = (place: Place | undefined, column: number | null): Difference => {
  const { sheet = '', row = 0 } = place ?? {};
  return column === null
    ? { sheet, cell: String(row), what: 'row' }
    : { sheet, cell: `${columnName(column)}${row}`, what: 'cell' };
};

const headDifferences = (
  sheet: string,
  row: ReadCell[] | undefined,
  heads: Kept['heads'],
): Difference[] =>
  heads.flatMap(({ head }, i) =>
    String(row?.[i] ?? '') === head ? [] : [{ sheet, cell: `${columnName(i)}1`, what: 'head' }],
  );

/** The rows under the heads, without blank ones at the end. */
function bodyOf(rows: ReadCell[][]): ReadCell[][] {
  const body = rows.slice(1);
  while (body.length > 0 && isBlank(body.at(-1) ?? [])) body.pop();
  return body;
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

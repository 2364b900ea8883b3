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
 * Holds the sheets of one table against what was kept of it, row by row as they are read.
 * @param count how many sheets it was written to
 */
export async function checkSheet(
  parts: ReadSheet[],
  count: number,
  kept: Kept,
): Promise<{ digest: string; differences: Difference[] }> {
  if (parts.length < count)
    return { digest: '', differences: [{ sheet: '', cell: '', what: 'missing-sheet' }] };
  const marks = new RowMarks(kept.heads);
  const found: Found = { heads: [], beside: [], sums: [] };
  const starts: Start[] = [];
  for (const [i, part] of parts.entries()) {
    starts.push({ sheet: part.name, from: marks.rows.length });
    const endsWithSums = i === parts.length - 1 && kept.heads.some((head) => head.isSummed);
    await readPart(part, { kept, marks, found, endsWithSums });
  }
  const rows = marks.rows.length;
  const sheet = parts.at(-1)?.name ?? '';
  const differences = [
    ...found.heads,
    ...(rows === kept.rows ? [] : [{ sheet, cell: String(rows), what: 'row-count' as const }]),
    ...rowDifferences(marks, kept).map(({ row, column }) => differenceAt(starts, row, column)),
    ...found.beside,
    ...found.sums,
  ];
  return { digest: marks.digest(), differences };
}

type Found = Record<'heads' | 'beside' | 'sums', Difference[]>;
/** Which row of a table is the first on a sheet. */
type Start = { sheet: string; from: number };
type Reading = { kept: Kept; marks: RowMarks; found: Found; endsWithSums: boolean };

/** One sheet: its heads, its rows, and where the table ends on it the sums below. */
async function readPart(
  { name, rows }: ReadSheet,
  { kept, marks, found, endsWithSums }: Reading,
): Promise<void> {
  const { heads } = kept;
  let headRow: ReadCell[] | null = null;
  let sums: ReadCell[] = [];
  let line = 1;
  for await (const { cells, isLast } of withoutBlankEnd(rows)) {
    if (headRow === null) headRow = cells;
    else if (isLast && endsWithSums) sums = cells;
    else {
      line += 1;
      marks.addPlain(heads.map(({ kind }, column) => plainOf(cells[column], kind)));
      if (!isBlank(cells.slice(heads.length)))
        found.beside.push({ sheet: name, cell: String(line), what: 'added' });
    }
  }
  found.heads.push(...headDifferences(name, headRow ?? [], heads));
  if (endsWithSums) found.sums.push(...sumDifferences(name, line + 1, sums, kept));
}

function differenceAt(starts: Start[], row: number, column: number | null): Difference {
  const { sheet, from } = starts.findLast((start) => start.from <= row) as Start;
  const line = row - from + 2;
  return column === null
    ? { sheet, cell: String(line), what: 'row' }
    : { sheet, cell: `${columnName(column)}${line}`, what: 'cell' };
}

const sumDifferences = (
  sheet: string,
  line: number,
  row: ReadCell[],
  { heads, sums }: Kept,
): Difference[] =>
  heads.flatMap((head, i) =>
    head.isSummed && plainOf(row[i], head.kind) !== sums[i]
      ? [{ sheet, cell: `${columnName(i)}${line}`, what: 'sum' }]
      : [],
  );

const headDifferences = (sheet: string, row: ReadCell[], heads: Kept['heads']): Difference[] =>
  heads.flatMap(({ head }, i) =>
    String(row[i] ?? '') === head ? [] : [{ sheet, cell: `${columnName(i)}1`, what: 'head' }],
  );

/** The rows of a sheet without blank ones at its end. */
async function* withoutBlankEnd(rows: AsyncIterable<ReadCell[]>) {
  let held: ReadCell[] | null = null;
  let blanks = 0;
  for await (const cells of rows) {
    if (isBlank(cells)) {
      blanks += 1;
      continue;
    }
    if (held !== null) yield { cells: held, isLast: false };
    for (; blanks > 0; blanks -= 1) yield { cells: [], isLast: false };
    held = cells;
  }
  if (held !== null) yield { cells: held, isLast: true };
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

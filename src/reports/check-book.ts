import type { Reads } from '../database/database.js';
import { refuseIf } from '../language/refusal.js';
import type { CoverLine } from './book.js';
import { checkSheet, type Difference } from './check-sheet.js';
import type { ReadCell, ReadSheet } from './read-book.js';
import { hashOfSheets } from './row-marks.js';
import { mostRowsASheet } from './sheet-xml.js';
import type { ColumnKind } from './table.js';

export type KeptColumns = {
  name: string;
  heads: { head: string; kind: ColumnKind; isSummed: boolean }[];
}[];
export type KeptSums = { rows: number; sums: string[] }[];
type Record = NonNullable<Awaited<ReturnType<Reads['exportRecord']['findUnique']>>>;

export type Verdict =
  | { kind: 'unknown'; number: string }
  | { kind: 'unfinished'; record: Record }
  | { kind: 'same' | 'differs'; record: Record; differences: Difference[]; hash: string };

/** So many differences are named. */
export const mostDifferences = 50;

/**
 * Holds a workbook against what was kept when it was made: its rows, heads, sums and cover. A hash that somebody
 * computed anew does not help: it is compared with the one kept here, and so is each row. A table that is longer than
 * a sheet goes on in the next, and a sheet that no table was written to was added.
 * @param rowsASheet how many rows went on one sheet
 * @throws Refusal for a workbook without the number of an export
 */
export async function checkBook(
  reads: Reads,
  sheets: ReadSheet[],
  rowsASheet = mostRowsASheet,
): Promise<Verdict> {
  const cover = await coverOf(sheets);
  const number = /X\d{8}-[0-9A-F]{8}/.exec(String(cover[0]?.[0] ?? ''))?.[0];
  refuseIf([number === undefined && { field: 'file', key: 'reports.verify.no-number' }]);
  const record = await reads.exportRecord.findUnique({ where: { number: number ?? '' } });
  if (record === null) return { kind: 'unknown', number: number ?? '' };
  if (record.hash === null || record.format !== 'xlsx') return { kind: 'unfinished', record };
  const columns = record.columns as KeptColumns;
  const kept = record.sums as KeptSums;
  const marks = Buffer.from(record.checks ?? []);
  const differences: Difference[] = [];
  const digests: string[] = [];
  let [at, next] = [0, 1];
  for (const [place, { heads }] of columns.entries()) {
    const { rows, sums } = kept[place] as KeptSums[number];
    const length = (rows + Math.ceil(rows / 64) * heads.length) * 4;
    const own = { heads, rows, sums, marks: marks.subarray(at, at + length) };
    at += length;
    const end = next + Math.max(1, Math.ceil(rows / rowsASheet));
    const checked = await checkSheet(sheets.slice(next, end), end - next, own);
    next = end;
    digests.push(checked.digest);
    differences.push(...checked.differences);
  }
  for (const { name } of sheets.slice(next))
    differences.push({ sheet: name, cell: '', what: 'added-sheet' });
  const hash = hashOfSheets(digests);
  differences.push(...coverDifferences(sheets[0]?.name ?? '', cover, { record, kept }));
  const isSame = differences.length === 0 && hash === record.hash;
  return { kind: isSame ? 'same' : 'differs', record, differences, hash };
}

/** A cover has a line for each thing that it says: what is far below is none of it. */
const mostLines = 500;

async function coverOf([first]: ReadSheet[]): Promise<ReadCell[][]> {
  const lines: ReadCell[][] = [];
  for await (const line of first?.rows ?? []) {
    lines.push(line);
    if (lines.length === mostLines) break;
  }
  return lines;
}

function coverDifferences(
  sheet: string,
  rows: ReadCell[][],
  { record, kept }: { record: Record; kept: KeptSums },
): Difference[] {
  const lines = record.cover as CoverLine[];
  const total = kept.reduce((sum, one) => sum + one.rows, 0);
  const wanted = [...lines.map(({ value }) => value), String(total), record.hash ?? ''];
  return wanted.flatMap((value, i) => {
    const stands = String(rows[i + 1]?.[1] ?? '');
    return stands === value.replace(/\r\n?/g, '\n')
      ? []
      : [{ sheet, cell: `B${i + 2}`, what: 'cover' as const }];
  });
}

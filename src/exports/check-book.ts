import { createHash } from 'node:crypto';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { inWorker } from '../files/in-worker.js';
import { RefusedFile } from '../files/limits.js';
import { refusedFile } from '../files/refused-file.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import { makeSay } from '../language/say.js';
import type { CoverLine } from './book.js';
import type { Comparison, StoredBook } from './compare-book.js';
import type { Difference } from './differences.js';
import { mostRowsASheet } from './sheet-xml.js';
import type { ColumnKind } from './table.js';

type StoredColumns = {
  name: string;
  heads: { head: string; kind: ColumnKind; isSummed: boolean }[];
}[];
type StoredSums = { rows: number; sums: string[] }[];
type Record = Prisma.ExportRecordGetPayload<{ include: { account: true } }>;

export type Verdict =
  | { kind: 'unknown'; number: string }
  | { kind: 'unfinished'; record: Record }
  | {
      kind: 'same' | 'differs';
      record: Record;
      /** The first of them, and how many there are. */
      differences: Difference[];
      count: number;
      hash: string;
    };

/**
 * Compares a workbook with what was stored when it was made. A hash that somebody computed anew does not help: it is
 * compared with the one stored here, and so is each row. A csv is the same where each of its bytes is.
 * @param rowsASheet how many rows went on one sheet
 * @throws Refusal for what is no workbook, has no number of an export, or is beyond the limits; HttpProblem (503)
 */
export async function checkBook(
  reads: Reads,
  bytes: Buffer,
  rowsASheet = mostRowsASheet,
): Promise<Verdict> {
  if (isText(bytes)) return checkText(reads, bytes);
  const number = await inBook<string | null>(bytes, null);
  refuseIf([number === null && { field: 'file', key: 'reports.verify.no-number' }]);
  const record = await reads.exportRecord.findUnique({
    where: { number: number ?? '' },
    include: { account: true },
  });
  if (record === null) return { kind: 'unknown', number: number ?? '' };
  if (record.hash === null || record.format !== 'xlsx') return { kind: 'unfinished', record };
  const { hash, differences, count } = await inBook<Comparison>(
    bytes,
    storedBook(record, record.hash, rowsASheet),
  );
  const isSame = count === 0 && hash === record.hash;
  return { kind: isSame ? 'same' : 'differs', record, differences, count, hash };
}

/** A csv bears no number of its export, and is known by its bytes: a spreadsheet that saves it rewrites days and long numbers. */
async function checkText(reads: Reads, bytes: Buffer): Promise<Verdict> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const record = await reads.exportRecord.findFirst({
    where: { format: 'csv', hash },
    include: { account: true },
    orderBy: { at: 'desc' },
  });
  if (record === null) throw new Refusal([{ field: 'file', key: 'reports.verify.is-text' }]);
  return { kind: 'same', record, differences: [], count: 0, hash };
}

const isText = (bytes: Buffer): boolean =>
  bytes.includes(0x2c) && !bytes.subarray(0, 65_536).includes(0);

async function inBook<Answer>(bytes: Buffer, stored: StoredBook | null): Promise<Answer> {
  const limits = { heapMegabytes: 512, seconds: 120 };
  try {
    return await inWorker<Answer>('src/exports/compare-book.worker', { bytes, stored }, limits);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const wording = {
      unreadable: 'reports.verify.unreadable',
      unpacked: 'reports.verify.too-large',
    } as const;
    throw new Refusal([refusedFile(error, wording)]);
  }
}

/** What was written, with its labels in both languages: the record does not say in which it was made. */
function storedBook(record: Record, hash: string, rowsASheet: number): StoredBook {
  const voices = (['zh', 'en'] as const).map(makeSay);
  const columns = record.columns as StoredColumns;
  const sums = record.sums as StoredSums;
  const marks = Buffer.from(record.checks ?? []);
  let at = 0;
  const tables = columns.map(({ heads }, place) => {
    const { rows, sums: own } = sums[place] as StoredSums[number];
    const length = (rows + Math.ceil(rows / 64) * heads.length) * 4;
    at += length;
    return { heads, rows, sums: own, marks: marks.subarray(at - length, at) };
  });
  const { number } = record;
  return {
    hash,
    tables,
    sumLabels: ['', ...voices.map((say) => say('reports.sum'))],
    lines: [
      { labels: voices.map((say) => say('reports.cover.number', { number })), value: '' },
      ...(record.cover as CoverLine[]).map(({ label, value }) => ({ labels: [label], value })),
      {
        labels: voices.map((say) => say('reports.cover.rows')),
        value: String(tables.reduce((sum, { rows }) => sum + rows, 0)),
      },
      { labels: voices.map((say) => say('reports.cover.hash')), value: hash },
    ],
    coverSums: columns.map(({ name, heads }) =>
      heads.map(({ head, isSummed }) => {
        const shown = columns.length > 1 ? `${name} ${head}` : head;
        return isSummed ? voices.map((say) => say('reports.cover.sum', { head: shown })) : null;
      }),
    ),
    rowsASheet,
  };
}

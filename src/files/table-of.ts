import { Refusal } from '../language/refusal.js';
import { inWorker } from './in-worker.js';
import { type Limits, RefusedFile, tableLimits } from './limits.js';
import { refusedFile, type Wording } from './refused-file.js';
import type { ChosenRow, FileTable, Heading } from './table.js';

/** What a page asks of a file: the headings of its table, and how the page calls what is wrong with a file. */
export type TableRequest = {
  headings: Heading[];
  chosen?: ChosenRow | null;
  fills?: boolean;
  wording?: Wording;
  limits?: Limits;
};

/**
 * Reads a table that somebody sent, in a worker.
 * @throws Refusal at the field `file`; HttpProblem (503) when too many files are being read
 */
export async function tableOf(
  bytes: Buffer,
  { headings, chosen = null, fills = false, wording = {}, limits = tableLimits }: TableRequest,
): Promise<FileTable> {
  const input = { bytes, limits, search: { headings, chosen, fills } };
  try {
    return await inWorker('src/files/read-table.worker', input, {
      heapMegabytes: 256,
      seconds: 20,
    });
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw new Refusal([refusedFile(error, wording)]);
  }
}

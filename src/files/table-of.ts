import { Refusal } from '../language/refusal.js';
import { inWorker } from './in-worker.js';
import { type Limits, RefusedFile, tableLimits } from './limits.js';
import { refusedFile, type Wording } from './refused-file.js';
import type { FileTable } from './table.js';

/**
 * Reads a table that somebody sent, in a worker.
 * @param wording how the page calls what is wrong with a file, where it says more than the usual
 * @throws Refusal at the field `file`; HttpProblem (503) when too many files are being read
 */
export async function tableOf(
  bytes: Buffer,
  wording: Wording = {},
  limits: Limits = tableLimits,
): Promise<FileTable> {
  const input = { bytes, limits };
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

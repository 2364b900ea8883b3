import { answerJob } from './answer-job.js';
import type { Limits } from './limits.js';
import { readTable } from './read-table.js';

answerJob(({ bytes, limits }: { bytes: Uint8Array; limits: Limits }) =>
  readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits),
);

import { answerJob } from './answer-job.js';
import type { Limits } from './limits.js';
import { readTable, type TableSearch } from './read-table.js';

type Job = { bytes: Uint8Array; limits: Limits; search: TableSearch };

answerJob(({ bytes, limits, search }: Job) =>
  readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits, search),
);

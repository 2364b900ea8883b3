import { answerJob } from '../files/answer-job.js';
import { compareBook, numberIn, type StoredBook } from './compare-book.js';

type Sent = { bytes: Uint8Array; stored: StoredBook | null };

const bufferOf = (sent: Uint8Array): Buffer =>
  Buffer.from(sent.buffer, sent.byteOffset, sent.length);

/** Without what was stored, it finds out of which export that would be. */
answerJob<Sent, unknown>(async ({ bytes, stored }) => {
  if (stored === null) return numberIn(bufferOf(bytes));
  const tables = stored.tables.map((table) => {
    const { heads, rows, sums, marks } = table;
    return { heads, rows, sums, marks: bufferOf(marks) };
  });
  const { hash, sumLabels, lines, coverSums, rowsASheet } = stored;
  return compareBook(bufferOf(bytes), {
    hash,
    tables,
    sumLabels,
    lines,
    coverSums,
    rowsASheet,
  });
});

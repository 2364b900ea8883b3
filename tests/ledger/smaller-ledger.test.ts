import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { openDatabase } from '../../src/database/database.js';
import { entryHash, NO_HASH } from '../../src/ledger/entry-hash.js';
import { type Before, databaseBefore } from '../database/before-migration.js';

let before: Before;
let opened: Awaited<ReturnType<typeof openDatabase>>;
const recordedAt = new Date('2024-03-02T01:02:03.004Z');
/** Two arrivals, and the first taken back. */
const entries = [
  { amount: 1n, reverses: null, ventureId: 1 },
  { amount: 1n, reverses: null, ventureId: 2 },
  { amount: -1n, reverses: 1, ventureId: 1 },
].map((entry, index) => ({
  position: index + 1,
  effectiveOn: '2024-03-01',
  recordedAt,
  measure: 'ventures',
  parkId: 1,
  causeKind: 'residency',
  causeId: entry.ventureId,
  actorId: null,
  ...entry,
}));
const hashes: string[] = [];

beforeAll(async () => {
  before = await databaseBefore('20261410000000_smaller_ledger');
  for (const entry of entries) {
    const previous = hashes.at(-1) ?? NO_HASH;
    const hash = entryHash(previous, entry);
    hashes.push(hash);
    const { position, effectiveOn, measure, parkId, ventureId, amount, causeKind, causeId } = entry;
    await before.connection.run(`INSERT INTO "LedgerEntry" VALUES (${position}, '${effectiveOn}',
      '${recordedAt.toISOString().replace('Z', '+00:00')}', '${measure}', ${parkId}, ${ventureId}, ${amount}, '${causeKind}',
      ${causeId}, ${entry.reverses}, NULL, '${previous}', '${hash}')`);
  }
  await before.connection.run(
    `UPDATE "LedgerHead" SET "position" = 3, "hash" = '${hashes.at(-1)}' WHERE "id" = 1`,
  );
  await before.apply();
  opened = await openDatabase({ file: before.file });
});
afterAll(async () => {
  await opened?.close();
  await before?.close();
});

it('keeps every entry, and a chain that fits to the head', async () => {
  const stored = await opened.db.ledgerEntry.findMany({ orderBy: { position: 'asc' } });
  expect(stored).toEqual(
    entries.map((entry, index) => ({
      ...entry,
      hash: Uint8Array.from(Buffer.from(hashes[index] ?? '', 'hex')),
    })),
  );
  const { entries: count, head, problems } = await verifyLedger(opened.db);
  expect([count, head]).toEqual([3, hashes.at(-1)]);
  expect(problems.filter((problem) => /^(entry|head)\b/.test(problem))).toEqual([]);
});

it.each([
  ['changed', 'UPDATE "LedgerEntry" SET "amount" = 9', 'only ever added'],
  ['taken away', 'DELETE FROM "LedgerEntry"', 'only ever added'],
  [
    'taken back twice',
    `INSERT INTO "LedgerEntry" SELECT 4, "effectiveOn", "recordedAt", "measure", "parkId", "ventureId", "amount", "causeKind", "causeId",
      "reverses", "actorId", "hash" FROM "LedgerEntry" WHERE "position" = 3`,
    'UNIQUE constraint failed: LedgerEntry.reverses',
  ],
  [
    'chained by half a hash',
    `INSERT INTO "LedgerEntry" SELECT 4, "effectiveOn", "recordedAt", "measure", "parkId", "ventureId", "amount", "causeKind", "causeId",
      NULL, "actorId", substr("hash", 1, 16) FROM "LedgerEntry" WHERE "position" = 3`,
    'LedgerEntry_hash',
  ],
])('lets no entry be %s', async (_, statement, message) => {
  await expect(before.connection.run(statement)).rejects.toThrow(message);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { Connection } from '../../src/database/connection.js';
import { transact } from '../../src/database/database.js';
import { entryHash, hashOf, NO_HASH } from '../../src/ledger/entry-hash.js';
import { headPosition } from '../../src/ledger/totals.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, headcount, somePark, someVentures } from './network.js';

const by = at('2024-04-15');
let scratch: Scratch;
let parkId: number;
let ventureIds: number[];

/** A park with two ventures; the first one's headcount of February is corrected once. */
beforeEach(async () => {
  scratch = await scratchDatabase();
  await transact(scratch.db, async (tx) => {
    parkId = await somePark(tx, by);
    ventureIds = await someVentures(tx, by, parkId, 2);
    for (const ventureId of ventureIds) {
      await settleVenture(tx, by, { ventureId, parkId, beganOn: '2024-01-10' });
      const filed = { ventureId, month: '2024-02', ...headcount(5) };
      await fileHeadcount(tx, by, { ...filed, version: null });
    }
    const corrected = { ventureId: ventureIds[0] as number, month: '2024-02', ...headcount(8) };
    await fileHeadcount(tx, by, { ...corrected, version: 1 });
  });
});
afterEach(() => scratch.close());

/** What nothing in the product can do: change the file behind its back. */
async function tamper(...statements: string[]): Promise<string[]> {
  const connection = await Connection.open(scratch.file, 'write');
  // Whoever does that is not held by references either.
  await connection.exec('PRAGMA foreign_keys = OFF');
  await connection.exec('DROP TRIGGER "LedgerEntry_no_update"');
  await connection.exec('DROP TRIGGER "LedgerEntry_no_delete"');
  for (const statement of statements) await connection.exec(statement);
  await connection.close();
  return (await verifyLedger(scratch.db)).problems;
}

test('a ledger that fits is said to fit, with what was read', async () => {
  const found = await verifyLedger(scratch.db);
  const head = await scratch.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } });
  expect(found).toEqual({
    entries: await headPosition(scratch.db),
    balances: await scratch.db.ledgerBalance.count(),
    head: head.hash,
    problems: [],
  });
  expect(found.entries).toBeGreaterThan(6);
});

test('an empty ledger fits', async () => {
  const empty = await scratchDatabase();
  const found = await verifyLedger(empty.db);
  expect(found).toEqual({ entries: 0, balances: 0, head: NO_HASH, problems: [] });
  await empty.close();
});

test('the triggers keep an entry from being changed or taken away', async () => {
  const change = scratch.db.$executeRawUnsafe('UPDATE "LedgerEntry" SET "amount" = 9');
  await expect(change).rejects.toThrow('only ever added');
  const removal = scratch.db.$executeRawUnsafe('DELETE FROM "LedgerEntry"');
  await expect(removal).rejects.toThrow('only ever added');
});

test.each([
  ['amount', '1000'],
  ['effectiveOn', "'2024-03-03'"],
  ['measure', "'returns'"],
  ['parkId', '77'],
  ['ventureId', '99'],
  ['causeId', '555'],
  ['causeKind', "'park'"],
  ['actorId', '4'],
  ['recordedAt', '0'],
])('an entry whose %s was changed is named', async (column, value) => {
  const problems = await tamper(
    `UPDATE "LedgerEntry" SET "${column}" = ${value} WHERE "position" = 2`,
  );
  expect(problems).toContain('entry 2: its hash does not fit its fields');
});

test('an entry whose hash alone was changed is named, and the one after it is not blamed', async () => {
  const problems = await tamper(
    'UPDATE "LedgerEntry" SET "hash" = zeroblob(32) WHERE "position" = 2',
  );
  expect(problems).toEqual([
    'entry 2: its hash does not fit its fields',
    'entry 3: the chain is broken before it',
  ]);
});

test('entries under a venture that is not there are named too', async () => {
  const problems = await tamper(
    'UPDATE "LedgerEntry" SET "ventureId" = 99 WHERE "position" = 2',
    'UPDATE "LedgerEntry" SET "ventureId" = 0 WHERE "position" = 3',
  );
  const of = (id: number) => expect.stringMatching(`^records of venture ${id}, park ${parkId}, `);
  expect(problems).toEqual(expect.arrayContaining([of(99), of(0)]));
});

test('an entry that was taken out leaves a gap and a broken chain', async () => {
  const problems = await tamper('DELETE FROM "LedgerEntry" WHERE "position" = 3');
  expect(problems).toContain('entry 4: follows 2');
  expect(problems).toContain('entry 4: the chain is broken before it');
});

test('the newest entry cannot be taken out either: the head knows of it', async () => {
  const newest = await headPosition(scratch.db);
  const problems = await tamper(`DELETE FROM "LedgerEntry" WHERE "position" = ${newest}`);
  expect(problems).toContain(`head: stands at ${newest}, the last entry is ${newest - 1}`);
});

test('a head with another hash, or none at all, is named', async () => {
  const newest = await headPosition(scratch.db);
  expect(await tamper(`UPDATE "LedgerHead" SET "hash" = '${NO_HASH}'`)).toEqual([
    `head: its hash is not that of entry ${newest}`,
  ]);
  await scratch.db.$executeRawUnsafe('DELETE FROM "LedgerHead"');
  const { problems } = await verifyLedger(scratch.db);
  expect(problems).toEqual([`head: is missing, the last entry is ${newest}`]);
});

test('a reversal that takes back another amount is named', async () => {
  const reversal = await scratch.db.ledgerEntry.findFirstOrThrow({
    where: { reverses: { not: null } },
  });
  const problems = await tamper(
    `UPDATE "LedgerEntry" SET "amount" = "amount" - 1 WHERE "position" = ${reversal.position}`,
  );
  const name = `entry ${reversal.position}`;
  expect(problems).toContain(`${name}: does not take back entry ${reversal.reverses}`);
});

test('a balance that was changed, taken away or made up is named, with both sums', async () => {
  const ofJobs = `"measure" = 'jobs' AND "month" = '2024-02'`;
  expect(await tamper(`UPDATE "LedgerBalance" SET "amount" = 14 WHERE ${ofJobs}`)).toEqual([
    `balance jobs ${parkId} 2024-02: is 14, its entries come to 13`,
  ]);
  await scratch.db.$executeRawUnsafe(`DELETE FROM "LedgerBalance" WHERE ${ofJobs}`);
  await scratch.db.$executeRawUnsafe(
    `INSERT INTO "LedgerBalance" VALUES ('ventures', ${parkId}, '2020-01', 3)`,
  );
  expect((await verifyLedger(scratch.db)).problems.sort()).toEqual([
    `balance jobs ${parkId} 2024-02: is missing, its entries come to 13`,
    `balance ventures ${parkId} 2020-01: is 3, its entries come to 0`,
  ]);
});

test('a record changed behind the ledger is named with what it should have made', async () => {
  const [first, second] = ventureIds;
  expect(
    await tamper(`UPDATE "JobsReturn" SET "headcount" = 50 WHERE "ventureId" = ${second}`),
  ).toEqual([
    `records of venture ${second}, park ${parkId}, jobs on 2024-02-29: the ledger differs by -45`,
  ]);
  await scratch.db.$executeRawUnsafe(
    `UPDATE "JobsReturn" SET "headcount" = 5 WHERE "ventureId" = ${second}`,
  );
  await scratch.db.$executeRawUnsafe(`DELETE FROM "Residency" WHERE "ventureId" = ${first}`);
  const of = `records of venture ${first}, park ${parkId}`;
  expect((await verifyLedger(scratch.db)).problems).toEqual([
    `${of}, ventures on 2024-01-10: the ledger differs by +1`,
    `${of}, jobs on 2024-02-29: the ledger differs by +8`,
    `${of}, returns on 2024-02-29: the ledger differs by +1`,
  ]);
});

test('a park opened or moved in time without its entry is named', async () => {
  expect(await tamper(`UPDATE "Park" SET "openedOn" = '2022-05-05'`)).toEqual([
    `records of park ${parkId}, parks on 2023-01-01: the ledger differs by +1`,
    `records of park ${parkId}, parks on 2022-05-05: the ledger differs by -1`,
  ]);
});

test('an entry forged with a fitting hash chain still differs from the records', async () => {
  const newest = await headPosition(scratch.db);
  const last = await scratch.db.ledgerEntry.findUniqueOrThrow({ where: { position: newest } });
  const forged = { ...last, position: newest + 1, amount: 500n, reverses: null };
  const hash = entryHash(hashOf(last), forged);
  const data = { ...forged, hash: Buffer.from(hash, 'hex') };
  await scratch.db.ledgerEntry.create({ data });
  await scratch.db.ledgerHead.update({ where: { id: 1 }, data: { position: newest + 1, hash } });
  const { problems } = await verifyLedger(scratch.db);
  expect(problems.some((problem) => problem.startsWith('balance '))).toBe(true);
  expect(problems.some((problem) => problem.startsWith('records of venture '))).toBe(true);
});

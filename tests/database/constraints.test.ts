import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { isUniqueViolation } from '../../src/database/errors.js';
import { at, somePark, someVentures } from '../ledger/network.js';
import { type Scratch, scratchDatabase } from './scratch.js';

// What the verbs refuse with a message, the database refuses too: here it is asked directly.

let scratch: Scratch;
let parkId: number;
let ventures: [number, number];
beforeEach(async () => {
  scratch = await scratchDatabase();
  await transact(scratch.db, async (tx) => {
    parkId = await somePark(tx, at('2023-01-01'));
    ventures = (await someVentures(tx, at('2023-01-01'), parkId, 2)) as [number, number];
  });
});
afterEach(() => scratch.close());

const stay = (beganOn: string, endedOn: string | null, ventureId = ventures[0]) => ({
  data: { ventureId, parkId, beganOn, endedOn, endReason: endedOn && 'moved' },
});

describe('residencies of a venture', () => {
  test('one at a time is open', async () => {
    const { db } = scratch;
    await db.residency.create(stay('2023-01-01', null));
    await expect(db.residency.create(stay('2024-01-01', null))).rejects.toThrow();
    await db.residency.create(stay('2024-01-01', null, ventures[1]));
    expect(await db.residency.count()).toBe(2);
  });

  test.each([
    ['inside', '2023-03-01', '2023-04-01'],
    ['around', '2022-12-01', '2023-07-01'],
    ['over the beginning', '2022-12-01', '2023-01-02'],
    ['over the end', '2023-05-31', '2023-07-01'],
    ['open, from the middle', '2023-03-01', null],
  ])('none overlaps another: %s', async (_, beganOn, endedOn) => {
    const { db } = scratch;
    await db.residency.create(stay('2023-01-01', '2023-06-01'));
    await expect(db.residency.create(stay(beganOn, endedOn))).rejects.toThrow('overlap');
    const { id } = await db.residency.create(stay('2030-01-01', '2030-02-01'));
    const { data } = stay(beganOn, endedOn);
    await expect(db.residency.update({ where: { id }, data })).rejects.toThrow('overlap');
  });

  test('one may begin on the day that another ends', async () => {
    const { db } = scratch;
    const { id } = await db.residency.create(stay('2023-01-01', '2023-06-01'));
    await db.residency.create(stay('2023-06-01', null));
    await db.residency.create(stay('2022-01-01', '2023-01-01'));
    await db.residency.update({ where: { id }, data: { endNote: '转园' } });
    expect(await db.residency.count()).toBe(3);
  });

  test('an end is after the beginning and has a reason', async () => {
    const { db } = scratch;
    await expect(db.residency.create(stay('2023-01-01', '2023-01-01'))).rejects.toThrow(
      'Residency_period',
    );
    const { data } = stay('2023-01-01', '2023-02-01');
    const unexplained = { ...data, endReason: null };
    await expect(db.residency.create({ data: unexplained })).rejects.toThrow('Residency_reason');
  });
});

describe('tenancies of a space', () => {
  let spaceId: number;
  const place = (number: string) => ({
    data: {
      parkId,
      number,
      name: '老屋',
      kind: 'farmhouse',
      village: '悬山村',
      island: '六横',
      address: '1号',
      area: 6_000,
      owner: '村集体',
      openedOn: '2023-01-01',
    },
  });
  const let_ = (beganOn: string, termEndOn: string, endedOn: string | null = null) => ({
    data: { ventureId: ventures[0], spaceId, beganOn, termEndOn, endedOn, rent: 0, area: 6_000 },
  });
  beforeEach(async () => {
    spaceId = (await scratch.db.space.create(place('P01-001'))).id;
  });

  test('none overlaps another', async () => {
    const { db } = scratch;
    await db.tenancy.create(let_('2023-01-01', '2024-01-01', '2023-06-01'));
    await expect(db.tenancy.create(let_('2023-05-31', '2024-01-01'))).rejects.toThrow('overlap');
    const { id } = await db.tenancy.create(let_('2023-06-01', '2024-01-01'));
    await expect(db.tenancy.create(let_('2023-12-31', '2025-01-01'))).rejects.toThrow('overlap');
    const earlier = { where: { id }, data: { beganOn: '2023-05-31' } };
    await expect(db.tenancy.update(earlier)).rejects.toThrow('overlap');
    const other = await db.space.create(place('P01-002'));
    await db.tenancy.create({
      data: { ...let_('2023-01-01', '2024-01-01').data, spaceId: other.id },
    });
    expect(await db.tenancy.count()).toBe(3);
  });

  test('a term, a rent and an area make sense', async () => {
    const { db } = scratch;
    const bad = (change: object) =>
      db.tenancy.create({
        data: { ...let_('2023-01-01', '2024-01-01').data, ...change },
      });
    await expect(bad({ termEndOn: '2023-01-01' })).rejects.toThrow('Tenancy_term');
    await expect(bad({ endedOn: '2023-01-01' })).rejects.toThrow('Tenancy_period');
    await expect(bad({ rent: -1 })).rejects.toThrow('Tenancy_rent');
    await expect(bad({ area: 0 })).rejects.toThrow('Tenancy_area');
    await expect(db.space.create({ data: { ...place('P01-003').data, area: 0 } })).rejects.toThrow(
      'Space_area',
    );
  });
});

describe('codes and numbers', () => {
  test('a number is given once', async () => {
    const { db } = scratch;
    const park = await db.park.findUniqueOrThrow({ where: { id: parkId }, omit: { id: true } });
    const error = await db.park.create({ data: park }).catch((problem) => problem);
    expect(isUniqueViolation(error, 'number')).toBe(true);
    expect(isUniqueViolation(error, 'nameZh')).toBe(false);
  });

  test('whatever else is thrown is not taken for one that is taken', async () => {
    const missing = await scratch.db.$executeRaw`DELETE FROM "Nowhere"`.catch((problem) => problem);
    for (const error of [missing, new Error('other'), 'text', null, undefined]) {
      expect(isUniqueViolation(error)).toBe(false);
    }
  });

  test('a credit code belongs to one venture, and any number have none', async () => {
    const { db } = scratch;
    const code = (id: number, creditCode: string) =>
      db.venture.update({ where: { id }, data: { creditCode } });
    await code(ventures[0], '91330900MA2A000009');
    const error = await code(ventures[1], '91330900MA2A000009').catch((problem) => problem);
    expect(isUniqueViolation(error, 'creditCode')).toBe(true);
    await db.venture.updateMany({ data: { creditCode: null } });
  });

  test('a venture files one return a month, of no fewer than nobody', async () => {
    const { db } = scratch;
    const filed = {
      ventureId: ventures[0],
      month: '2023-02',
      headcount: 3,
      evidence: 'roster',
      filedAt: new Date(),
    };
    await db.jobsReturn.create({ data: filed });
    const error = await db.jobsReturn.create({ data: filed }).catch((problem) => problem);
    expect(isUniqueViolation(error, 'month', 'ventureId')).toBe(true);
    const negative = { ...filed, month: '2023-03', headcount: -1 };
    await expect(db.jobsReturn.create({ data: negative })).rejects.toThrow('JobsReturn_headcount');
  });
});

describe('foreign keys', () => {
  test('a record cannot refer to what is not there', async () => {
    const nowhere = { ...stay('2023-01-01', null).data, parkId: 404 };
    await expect(scratch.db.residency.create({ data: nowhere })).rejects.toMatchObject({
      code: 'P2003',
    });
  });

  test('what others refer to cannot be removed', async () => {
    await scratch.db.residency.create(stay('2023-01-01', null));
    await expect(scratch.db.park.delete({ where: { id: parkId } })).rejects.toMatchObject({
      code: 'P2003',
    });
    expect(await scratch.db.park.count()).toBe(1);
  });
});

describe('what is only ever added to', () => {
  const tampering = {
    'a ledger entry is changed': 'UPDATE "LedgerEntry" SET "amount" = 9',
    'a ledger entry is deleted': 'DELETE FROM "LedgerEntry"',
    'a ledger entry is replaced':
      'INSERT OR REPLACE INTO "LedgerEntry" SELECT * FROM "LedgerEntry"',
    'an event is changed': `UPDATE "HistoryEvent" SET "reason" = '别的'`,
    'an event is deleted': 'DELETE FROM "HistoryEvent"',
    'an event is replaced': 'INSERT OR REPLACE INTO "HistoryEvent" SELECT * FROM "HistoryEvent"',
  };
  test.each(Object.entries(tampering))('it is refused when %s', async (_, sql) => {
    const { db } = scratch;
    const all = async () => [await db.ledgerEntry.findMany(), await db.historyEvent.findMany()];
    const before = await all();
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow('only ever added');
    await expect(transact(db, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
      'only ever added',
    );
    expect(await all()).toEqual(before);
  });

  test('the ledger has one head', async () => {
    const second = { id: 2, position: 0, hash: '' };
    await expect(scratch.db.ledgerHead.create({ data: second })).rejects.toThrow('LedgerHead_one');
  });
});

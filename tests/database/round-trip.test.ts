import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reads, transact } from '../../src/database/database.js';
import { Prisma } from '../../src/database/generated/client.js';
import { type Scratch, scratchDatabase } from './scratch.js';

const LARGEST = 2n ** 53n - 1n;

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());

test('these are the types that the schema uses', () => {
  const schema = readFileSync(
    path.resolve(import.meta.dirname, '../../prisma/schema.prisma'),
    'utf8',
  );
  const types = schema.matchAll(
    /^ {2}\w+ +(String|Int|BigInt|Boolean|DateTime|Json|Float|Decimal|Bytes)\b/gm,
  );
  const used = new Set([...types].map(([, type]) => type));
  expect([...used].sort()).toEqual([
    ...['BigInt', 'Boolean', 'Bytes', 'DateTime', 'Int', 'Json', 'String'],
  ]);
});

describe('text', () => {
  const texts = {
    'rare characters of GB 18030-2022': '䶮𫖮𬱖𰻞',
    'Chinese with full-width marks': '没有围墙的创业园（普陀）——“零租金”',
    'an emoji of several code points': '👩🏽‍🌾🏝️',
    'combining marks, not composed': 'e\u0301 ≠ \u00e9',
    quotes: `'"\`; DROP TABLE "Setting" --`,
    'lines and blanks': ' a\r\nb\n\tc  ',
    'a zero character': 'a\u0000b',
    'what looks like a number': '0012.50',
    'nothing at all': '',
    'a long text': '海'.repeat(200_000),
  };
  test.each(Object.entries(texts))('%s', async (key, value) => {
    await scratch.db.setting.create({ data: { key, value } });
    expect(await scratch.db.setting.findUnique({ where: { key } })).toEqual({ key, value });
    expect(await scratch.db.setting.count({ where: { key, value } })).toBe(1);
    expect(await scratch.db.$queryRaw`SELECT "value" FROM "Setting" WHERE "key" = ${key}`).toEqual([
      { value },
    ]);
  });

  test('is kept as UTF-8, four bytes for a character beyond 16 bits', async () => {
    const key = 'bytes';
    await scratch.db.setting.create({ data: { key, value: '𰻞' } });
    const [row] = await scratch.db.$queryRaw<unknown[]>`
      SELECT hex("value") AS hex, length("value") AS length FROM "Setting" WHERE "key" = ${key}`;
    expect(row).toEqual({ hex: 'F0B0BB9E', length: 1 });
  });
});

/** What only some records need, so that the tests can say what they mean. */
const venture = {
  name: '海风民宿',
  searchText: '',
  legalForm: 'team',
  industry: 'H',
  loggedParkId: 1,
  loggedAt: new Date('2025-01-21T08:30:15.123Z'),
};

test('true, false and NULL', async () => {
  await scratch.db.venture.createMany({
    data: [
      { ...venture, number: 'V1', isNamed: true, phone: '0580-1234567' },
      { ...venture, number: 'V2', isNamed: false, phone: null, creditCode: null },
      { ...venture, number: 'V3', creditCode: null },
    ],
  });
  const select = { number: true, isNamed: true, phone: true } as const;
  expect(await scratch.db.venture.findMany({ select, orderBy: { number: 'asc' } })).toEqual([
    { number: 'V1', isNamed: true, phone: '0580-1234567' },
    { number: 'V2', isNamed: false, phone: null },
    { number: 'V3', isNamed: false, phone: null },
  ]);
  expect(await scratch.db.venture.count({ where: { isNamed: true } })).toBe(1);
  expect(await scratch.db.venture.count({ where: { phone: null } })).toBe(2);
});

test('times, to the millisecond, from long ago to far ahead, and in order', async () => {
  const times = [
    '1912-02-12T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '2025-01-21T00:00:00.000Z',
    '2025-01-21T00:00:00.001Z',
    '2025-01-21T16:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ].map((time) => new Date(time));
  await scratch.db.account.create({
    data: {
      id: 1,
      username: 'a',
      name: '某人',
      role: 'auditor',
      passwordHash: 'h',
      createdAt: new Date(0),
    },
  });
  await scratch.db.acceptedForm.createMany({
    data: times.toReversed().map((at, n) => ({ key: `${n}`, accountId: 1, location: '/', at })),
  });
  const inOrder = await scratch.db.acceptedForm.findMany({ orderBy: { at: 'asc' } });
  expect(inOrder.map((form) => form.at)).toEqual(times);
  for (const [index, at] of times.entries()) {
    expect(await scratch.db.acceptedForm.count({ where: { at: { lt: at } } })).toBe(index);
    expect(await scratch.db.acceptedForm.count({ where: { at } })).toBe(1);
    expect(
      await scratch.db.$queryRaw`SELECT count(*) AS n FROM "AcceptedForm" WHERE "at" <= ${at}`,
    ).toEqual([{ n: index + 1 }]);
  }
});

test('bytes, whatever they are', async () => {
  const sealed = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { id: personId } = await scratch.db.person.create({
    data: { number: 'R000001', name: '俞静', namePinyin: 'yujing' },
  });
  const identity = {
    personId,
    kind: 'resident',
    keyId: 'k',
    lookup: 'a'.repeat(64),
    lookupKeyId: 'k',
  };
  await scratch.db.identity.create({
    data: { ...identity, sealed, masked: '3***X', enteredAt: venture.loggedAt },
  });
  const kept = await scratch.db.identity.findUniqueOrThrow({ where: { personId } });
  expect([...kept.sealed]).toEqual([...sealed]);
  expect(await scratch.db.$queryRaw`SELECT length("sealed") AS n FROM "Identity"`).toEqual([
    { n: 256 },
  ]);
});

test('JSON, as it was written', async () => {
  const detail = {
    名称: '𬱖记渔家',
    'quote "': [null, true, false, 0, -1.5, 1e21, LARGEST.toString(), '', [], {}],
    nested: { before: ['定海区', null], time: '2025-01-21T00:00:00.000Z' },
  };
  const event = { at: venture.loggedAt, verb: 'venture.logged', subjectKind: 'venture' };
  for (const [subjectId, value] of [detail, [1, '二'], 'text', 0, false].entries()) {
    const data = { ...event, subjectId, detail: value };
    const { id } = await scratch.db.historyEvent.create({ data });
    expect((await scratch.db.historyEvent.findUnique({ where: { id } }))?.detail).toEqual(value);
  }
  const { id } = await scratch.db.historyEvent.create({
    data: { ...event, subjectId: 9, detail: Prisma.JsonNull },
  });
  expect((await scratch.db.historyEvent.findUnique({ where: { id } }))?.detail).toBeNull();
});

describe('big integers', () => {
  const balance = (month: string, amount: bigint) => ({
    measure: 'jobs',
    parkId: 1,
    month,
    amount,
  });
  const amounts = [
    0n,
    1n,
    -1n,
    2n ** 31n,
    -(2n ** 31n) - 1n,
    2n ** 51n,
    2n ** 52n + 1n,
    LARGEST,
    -LARGEST,
  ];

  test.each(amounts)('%d', async (amount) => {
    const month = `m${amount}`;
    await scratch.db.ledgerBalance.create({ data: balance(month, amount) });
    const where = { month, amount };
    expect(await scratch.db.ledgerBalance.findFirst({ where })).toEqual(balance(month, amount));
    await scratch.db
      .$executeRaw`INSERT INTO "LedgerBalance" VALUES ('raw', 1, ${month}, ${amount})`;
    const raw = await scratch.db.ledgerBalance.findFirst({ where: { ...where, measure: 'raw' } });
    expect(raw?.amount).toBe(amount);
  });

  test.each([LARGEST + 1n, -LARGEST - 1n, 2n ** 63n - 1n])(
    '%d is refused, because the driver would round it',
    async (amount) => {
      const data = balance('too large', amount);
      await expect(scratch.db.ledgerBalance.create({ data })).rejects.toThrow();
      await expect(
        transact(scratch.db, (tx) => tx.ledgerBalance.create({ data })),
      ).rejects.toThrow();
      expect(await scratch.db.ledgerBalance.count({ where: { month: 'too large' } })).toBe(0);
    },
  );

  test('a sum that has grown beyond them is refused when it is read', async () => {
    await scratch.db.ledgerBalance.create({ data: balance('sum', LARGEST) });
    const grown = (reads: Reads) => reads.$queryRaw`
      SELECT CAST("amount" AS INTEGER) + 2 AS sum FROM "LedgerBalance" WHERE "month" = 'sum'`;
    await expect(grown(scratch.db)).rejects.toThrow('cannot be read exactly');
    await expect(transact(scratch.db, grown)).rejects.toThrow('cannot be read exactly');
  });
});

test('whole numbers of 32 bits', async () => {
  const sequences = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
  for (const sequence of sequences) {
    const data = { code: `${sequence}`, nameZh: '', nameEn: '', kind: 'county', sequence };
    await scratch.db.region.create({ data });
  }
  const regions = await scratch.db.region.findMany({ orderBy: { sequence: 'asc' } });
  expect(regions.map((region) => region.sequence)).toEqual(sequences.toSorted((a, b) => a - b));
});

test('more values than one statement may bind', async () => {
  const some = Array.from({ length: 40_000 }, (_, n) => `many ${n}`);
  await scratch.db.setting.createMany({ data: some.map((key) => ({ key, value: '' })) });
  expect(await scratch.db.setting.findMany({ where: { key: { in: some } } })).toHaveLength(40_000);
});

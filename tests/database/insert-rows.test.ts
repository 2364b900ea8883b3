import { afterEach, beforeEach, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { insertRows, insertRowsForIds, type Row } from '../../src/database/insert-rows.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

const event = (subjectId: number) => ({
  at: new Date('2025-01-21T08:30:15.123Z'),
  verb: 'venture.logged',
  subjectKind: 'venture',
  subjectId,
  reason: '“补正”',
  detail: { 名称: '𬱖记渔家', isNamed: [false, true], none: null },
});
const venture = (n: number) => ({
  number: `V${n}`,
  name: '海风民宿',
  searchText: '',
  legalForm: 'team',
  industry: 'H',
  isNamed: n % 2 === 0,
  phone: n % 3 === 0 ? undefined : '0580-1234567',
  loggedParkId: 1,
  loggedAt: new Date('2025-01-21T08:30:15.123Z'),
});

test('rows are stored as the client itself would store them', async () => {
  const { db } = scratch;
  await transact(db, (tx) => insertRows(tx, 'HistoryEvent', [event(1), event(2)]));
  await db.historyEvent.createMany({ data: [event(1), event(2)] });
  const stored = await db.$queryRaw<
    Row[]
  >`SELECT *, typeof("at") AS type FROM "HistoryEvent" ORDER BY "id"`;
  const [one, two, three, four] = stored.map(({ id: _, ...row }) => row);
  expect([one, two]).toEqual([three, four]);
  const balance = { measure: 'jobs', parkId: 1, month: '2025-01', amount: 2n ** 40n };
  await transact(db, (tx) => insertRows(tx, 'LedgerBalance', [balance]));
  expect(await db.ledgerBalance.findMany()).toEqual([balance]);
});

test.each([
  '\u0000',
  '"\\\n\u2028\u0007',
  '䶮𫖮𬱖𰻞',
  'true',
  '1e3',
  '',
  'half a \ud800 character',
])('the text %j is stored as the client itself would store it', async (reason) => {
  const { db } = scratch;
  await transact(db, (tx) => insertRows(tx, 'HistoryEvent', [{ ...event(1), reason }]));
  await db.historyEvent.create({ data: { ...event(1), reason } });
  const stored = await db.$queryRaw<Row[]>`SELECT hex("reason") AS "bytes" FROM "HistoryEvent"`;
  expect(stored[0]).toEqual(stored[1]);
});

test('bytes are stored as the client itself would store them, and none where there are none', async () => {
  const { db } = scratch;
  const record = (checks: Uint8Array<ArrayBuffer> | null, index: number) => ({
    number: `D${index}`,
    what: 'ventures',
    address: '/ventures.csv',
    format: 'csv',
    at: new Date('2025-01-21T08:30:15.123Z'),
    cover: [],
    columns: [],
    checks,
  });
  const all = [
    null,
    new Uint8Array(),
    Uint8Array.of(0, 255, 10, 34),
    new Uint8Array(5_000).fill(7),
  ];
  await transact(db, (tx) => insertRows(tx, 'ExportRecord', all.map(record)));
  const stored = await db.exportRecord.findMany({ orderBy: { number: 'asc' } });
  expect(stored.map(({ checks }) => checks)).toEqual(all);
  const kinds = await db.$queryRaw<
    Row[]
  >`SELECT typeof("checks") AS "kind" FROM "ExportRecord" ORDER BY "number"`;
  expect(kinds.map(({ kind }) => kind)).toEqual(['null', 'blob', 'blob', 'blob']);
});

test('more rows than fit one statement get their numbers in their order', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => venture(n));
  const ids = await transact(scratch.db, (tx) => insertRowsForIds(tx, 'Venture', rows));
  const stored = await scratch.db.venture.findMany({ orderBy: { id: 'asc' } });
  expect(stored.map(({ id }) => id)).toEqual(ids);
  expect(stored.map(({ number, isNamed, phone }) => ({ number, isNamed, phone }))).toEqual(
    rows.map(({ number, isNamed, phone }) => ({ number, isNamed, phone: phone ?? null })),
  );
});

test('no rows are no statement', async () => {
  const none = await transact(scratch.db, async (tx) => {
    await insertRows(tx, 'HistoryEvent', []);
    return insertRowsForIds(tx, 'Venture', []);
  });
  expect(none).toEqual([]);
});

test('a row with a column that the first has not is refused, and nothing is kept', async () => {
  const rows = [event(1), { ...event(2), parkId: 7 }];
  const act = transact(scratch.db, (tx) => insertRows(tx, 'HistoryEvent', rows));
  await expect(act).rejects.toThrow('no column parkId');
  expect(await scratch.db.historyEvent.count()).toBe(0);
});

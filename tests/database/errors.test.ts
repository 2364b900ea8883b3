import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAdapterError } from '../../src/database/errors.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.setting.deleteMany(); // what the migrations put there
});
afterAll(() => scratch.close());

/** What SQLite throws, with the number and the code of each. */
const sqliteError = (code: string, errno: number, text: string) =>
  Object.assign(new Error(`${code}: ${text}`), { code, errno });
const causeOf = (error: unknown) => (toAdapterError(error) as { cause: object }).cause;

test.each([
  [
    'UNIQUE constraint failed: Venture.number',
    { kind: 'UniqueConstraintViolation', table: 'Venture', constraint: { fields: ['number'] } },
  ],
  [
    'UNIQUE constraint failed: JobsReturn.ventureId, JobsReturn.month',
    { kind: 'UniqueConstraintViolation', constraint: { fields: ['ventureId', 'month'] } },
  ],
  [
    "UNIQUE constraint failed: index 'Lower_name'",
    { kind: 'UniqueConstraintViolation', constraint: { index: 'Lower_name' } },
  ],
  [
    'NOT NULL constraint failed: Venture.name',
    { kind: 'NullConstraintViolation', constraint: { fields: ['name'] } },
  ],
  ['FOREIGN KEY constraint failed', { kind: 'ForeignKeyConstraintViolation' }],
  [
    'CHECK constraint failed: Tenancy_term',
    { kind: 'sqlite', extendedCode: 19, message: 'CHECK constraint failed: Tenancy_term' },
  ],
])('"%s" is told to Prisma', (text, expected) => {
  expect(causeOf(sqliteError('SQLITE_CONSTRAINT', 19, text))).toMatchObject({
    ...expected,
    originalMessage: text,
    originalCode: '19',
  });
});

test('a lock that does not come free is a timeout', () => {
  const error = sqliteError('SQLITE_BUSY', 5, 'database is locked');
  expect(causeOf(error)).toMatchObject({ kind: 'SocketTimeout' });
});

test('what did not come from SQLite stays as it is', () => {
  const error = new Error('other');
  expect(toAdapterError(error)).toBe(error);
  expect(toAdapterError(causeOf)).toBe(causeOf);
});

test("the client gives each its own code, in Prisma's numbering", async () => {
  const { db } = scratch;
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => 'none',
      (error) => error.code,
    );
  await db.setting.create({ data: { key: 'a', value: '' } });
  expect(await codeOf(db.setting.create({ data: { key: 'a', value: '' } }))).toBe('P2002');
  expect(await codeOf(db.accountPark.create({ data: { accountId: 4, parkId: 4 } }))).toBe('P2003');
  expect(await codeOf(db.setting.delete({ where: { key: 'none' } }))).toBe('P2025');
  await db.$executeRaw`ALTER TABLE "Setting" RENAME TO "Moved"`;
  expect(await codeOf(db.setting.findMany())).toBe('P2021');
  await db.$executeRaw`ALTER TABLE "Moved" RENAME TO "Setting"`;
  expect(await db.setting.count()).toBe(1);
});

test('a missing name in raw SQL is told with its name', async () => {
  await expect(
    scratch.db.$queryRaw`SELECT "nothing" FROM "Setting" WHERE nowhere = 1`,
  ).rejects.toThrow('nowhere');
});

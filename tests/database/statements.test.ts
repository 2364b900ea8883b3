import sqlite3 from 'sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Statements } from '../../src/database/statements.js';

let database: sqlite3.Database;
let prepared: string[];
beforeEach(() => {
  database = new sqlite3.Database(':memory:');
  prepared = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string, done: () => void) => {
    prepared.push(sql);
    return prepare(sql, done);
  }) as typeof database.prepare;
});
afterEach(() => new Promise((resolve) => database.close(resolve)));

const run = (statement: sqlite3.Statement) =>
  new Promise<unknown[]>((resolve, reject) => {
    statement.all((error, rows) => (error ? reject(error) : resolve(rows)));
  });
const one = (n: number | string) => `SELECT ${n} AS n`;

test('a statement is prepared once and used again', async () => {
  const statements = new Statements(database);
  for (let times = 0; times < 5; times += 1) {
    expect(await statements.with(one(1), run)).toEqual([{ n: 1 }]);
  }
  expect(prepared).toEqual([one(1)]);
  await statements.finalize();
});

test('no more are kept than fit, and the least recently used goes first', async () => {
  const statements = new Statements(database, 2);
  for (const n of [1, 2, 1, 3, 1, 2]) await statements.with(one(n), run);
  expect(prepared).toEqual([one(1), one(2), one(3), one(2)]);
  await statements.finalize();
});

test('a very long one is not kept', async () => {
  const statements = new Statements(database);
  const long = one(`'${'x'.repeat(20_000)}'`);
  await statements.with(long, run);
  await statements.with(long, run);
  expect(prepared).toEqual([long, long]);
  await statements.finalize();
});

test('one that cannot be prepared leaves nothing behind, and one that failed works again', async () => {
  const statements = new Statements(database);
  await expect(statements.with('SELECT nonsense', run)).rejects.toThrow('no such column');
  const text = `SELECT abs(-9223372036854775808 + ?) AS n`;
  const bound = (value: number) => (statement: sqlite3.Statement) =>
    new Promise((resolve, reject) => {
      statement.all([value], (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  await expect(statements.with(text, bound(0))).rejects.toThrow('integer overflow');
  expect(await statements.with(text, bound(2 ** 31 - 1))).toHaveLength(1);
  expect(prepared, 'what failed is made anew').toEqual(['SELECT nonsense', text, text]);
  await statements.finalize();
});

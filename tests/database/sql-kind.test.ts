import { expect, test } from 'vitest';
import { answersWithRows, controlsTransaction, isRead } from '../../src/database/sql-kind.js';

test.each([
  ['SELECT 1', true],
  ['  select replace(name, "a", "b") from t', true],
  ['-- why\n/* and how */ ; VALUES (1)', true],
  ['WITH n AS (SELECT 1) SELECT replace(n, 1, 2) FROM n', true],
  ['WITH n AS (SELECT 1) INSERT INTO t SELECT * FROM n', false],
  ['WITH n AS (SELECT 1) DELETE FROM t', false],
  ['INSERT INTO t VALUES (1) RETURNING *', false],
  ['REPLACE INTO t VALUES (1)', false],
  ['PRAGMA user_version', false],
  ['selected', false],
])('%j can be run by a reader: %s', (sql, expected) => {
  expect(isRead(sql)).toBe(expected);
});

test('what answers with rows is stepped to its end', () => {
  expect(answersWithRows('INSERT INTO t VALUES (1) RETURNING "id"')).toBe(true);
  expect(answersWithRows('PRAGMA user_version')).toBe(true);
  expect(answersWithRows('UPDATE t SET a = 1')).toBe(false);
});

test.each(['BEGIN', ' commit', '/* a\nb */END', ';ROLLBACK', '-- x\nSAVEPOINT a', 'release a'])(
  '%j is left to the adapter',
  (sql) => {
    expect(controlsTransaction(sql)).toBe(true);
  },
);

test('a word that only begins like one of these is another word', () => {
  expect(controlsTransaction('beginning')).toBe(false);
  expect(controlsTransaction('SELECT 1 -- commit')).toBe(false);
});

test('a very long run of blanks is read in a moment', () => {
  const began = performance.now();
  controlsTransaction(`${' ;--\n'.repeat(50_000)}x`);
  expect(performance.now() - began).toBeLessThan(500);
});

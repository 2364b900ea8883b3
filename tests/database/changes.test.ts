import { expect, test } from 'vitest';
import { EVERY_TABLE, tableChangedBy } from '../../src/database/changes.js';

test.each([
  ['SELECT "name" FROM "Park" WHERE "name" = \'update\'', null],
  ['WITH a AS (SELECT 1) SELECT replace("name", 1, 2) FROM a', null],
  ['INSERT INTO `main`.`Park` (`id`) VALUES (?)', 'Park'],
  ['INSERT OR REPLACE INTO "Park" VALUES (1)', 'Park'],
  ['WITH a AS (SELECT 1) INSERT INTO "Park" SELECT * FROM a', 'Park'],
  ['insert into Park ("id") select 1 on conflict do update set "id" = 2', 'Park'],
  ['UPDATE `main`.`Park` SET `id` = 1', 'Park'],
  ['DELETE FROM "Park"', 'Park'],
  ['ANALYZE', EVERY_TABLE],
])('%s changes %s', (text, table) => {
  expect(tableChangedBy(text)).toBe(table);
});

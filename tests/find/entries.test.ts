import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchIndexFaults } from '../../src/database/check-search-index.js';
import { transact } from '../../src/database/database.js';
import { changeRows, rowsOf } from '../../src/database/direct-sql.js';
import { piecesOfText, piecesOfWord, textOfFields } from '../../src/database/search-pieces.js';
import { sql } from '../../src/database/sql.js';
import { catchUp } from '../../src/find/catch-up.js';
import { findFaults } from '../../src/find/check-entries.js';
import { everythingFindable } from '../../src/findable.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startParks();
  await catchUp(app.db, everythingFindable);
});
afterAll(() => app.close());

const faults = async () => [
  ...(await findFaults(app.db, everythingFindable)),
  ...(await searchIndexFaults(app.db)),
];

describe('the pieces of a text', () => {
  it('hold those of every word of two characters and more in it, also at its ends', () => {
    const text = textOfFields(['海风100%-民宿', "hai'feng", '𰻞面', 'v2024-0001']);
    const pieces = piecesOfText(text);
    for (const field of text.split('\n').filter(Boolean)) {
      const letters = [...`\n${field}\n`];
      for (let from = 0; from < letters.length; from += 1)
        for (let to = from + 2; to <= letters.length; to += 1)
          expect(pieces).toEqual(
            expect.arrayContaining(piecesOfWord(letters.slice(from, to).join(''))),
          );
    }
    expect(piecesOfWord('海')).toEqual([]);
  });
});

describe('what can be found', () => {
  it('is what the records say', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['venture', sql`UPDATE "Venture" SET "name" = '蜃楼工坊' WHERE "id" = 1`],
    ['venture', sql`UPDATE "Venture" SET "phone" = '13900000001' WHERE "id" = 2`],
    ['person', sql`UPDATE "Person" SET "name" = '王改名' WHERE "id" = 1`],
    ['space', sql`UPDATE "Space" SET "owner" = '李阿婆' WHERE "id" = 2`],
    ['park', sql`UPDATE "Park" SET "nameZh" = '听潮创业园' WHERE "id" = 2`],
    ['role', sql`DELETE FROM "PersonRole" WHERE "id" = 1`],
  ])('follows whoever changes a %s', async (_, change) => {
    await transact(app.db, (tx) => changeRows(tx, change));
    const [waiting] = await rowsOf(app.db, sql`SELECT COUNT(*) AS "count" FROM "SearchStale"`);
    expect(waiting?.count).toBeGreaterThan(0);
    expect(await findFaults(app.db, everythingFindable)).toEqual([]);
    // Known to have changed is no fault; forgotten it would be.
    await catchUp(app.db, everythingFindable);
    expect(await faults()).toEqual([]);
  });

  it('is told by verify where it does not fit, in the texts and in the index', async () => {
    const own = await startParks();
    await catchUp(own.db, everythingFindable);
    await transact(own.db, async (tx) => {
      await changeRows(
        tx,
        sql`UPDATE "SearchEntry" SET "text" = char(10) || '别的名字' || char(10)
          WHERE "id" = (SELECT MIN("id") FROM "SearchEntry")`,
      );
      await changeRows(
        tx,
        sql`DELETE FROM "SearchEntry" WHERE "id" = (SELECT MAX("id") FROM "SearchEntry")`,
      );
      await changeRows(
        tx,
        sql`INSERT INTO "SearchEntry" ("id", "text") VALUES (990000000001, '无')`,
      );
    });
    const found = await findFaults(own.db, everythingFindable);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('venture 1: is not found by what it is called');
    expect(found[2]).toBe('what can be found: there is no place 99');
    expect((await searchIndexFaults(own.db)).length).toBe(3);
    await own.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchIndexFaults } from '../../src/database/check-search-index.js';
import { transact } from '../../src/database/database.js';
import { changeRows, rowsOf } from '../../src/database/direct-sql.js';
import { sql } from '../../src/database/sql.js';
import type { Viewer } from '../../src/people/viewer.js';
import { VentureFilter } from '../../src/ventures/filter.js';
import { listVentures } from '../../src/ventures/list-ventures.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { selectionOf } from '../../src/ventures/selection.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startParks();
  const named = ['海风海产', '東海"𰻞𰻞"面馆', "100%_手作 'O", '海', 'aa bb', '风海风'];
  await transact(app.db, (tx) =>
    logVentures(
      tx,
      at('2025-02-01'),
      named.map((name) => ({ ...someVenture(1), name })),
    ),
  );
});
afterAll(() => app.close());

const bureau: Viewer = {
  accountId: 1,
  username: 'bureau',
  name: '',
  role: 'bureau-staff',
  regionCode: null,
  parkIds: [],
  personId: null,
};

/** What the list finds, and what looking at every text finds. */
async function both(q: string): Promise<[number[], number[]]> {
  const filter = VentureFilter.parse({ q });
  const clock = { now: () => new Date('2025-03-01T04:00:00Z') };
  const selection = selectionOf(filter, [], clock);
  const { lines, total } = await listVentures(app.db, bureau, selection, filter);
  expect(total).toBe(lines.length);
  const texts = await rowsOf<{ id: number; text: string }>(
    app.db,
    sql`SELECT "id", "searchText" AS "text" FROM "Venture" ORDER BY "id" DESC`,
  );
  const found = texts.filter(({ text }) => selection.words.every((word) => text.includes(word)));
  return [lines.map(({ id }) => id), found.map(({ id }) => id)];
}

describe('the index of words finds what looking at every text finds', () => {
  it('for every piece of one to six characters of every text, in one word and in two', async () => {
    const texts = await rowsOf<{ text: string }>(
      app.db,
      sql`SELECT "searchText" AS "text" FROM "Venture"`,
    );
    const words = new Set<string>();
    for (const { text } of texts) {
      const letters = [...text];
      for (let length = 1; length <= 6; length += 1)
        for (let from = 0; from + length <= letters.length; from += length + 2)
          words.add(letters.slice(from, from + length).join(''));
    }
    const asked = [...words].filter((word) => word.trim() !== '');
    expect(asked.length).toBeGreaterThan(100);
    for (const [place, word] of asked.entries()) {
      for (const q of [word, `${word} ${asked[(place * 7) % asked.length]}`]) {
        const [found, expected] = await both(q);
        expect(found, q).toEqual(expected);
      }
    }
  });

  it.each([
    '海风',
    '风海',
    '𰻞',
    '𰻞面',
    '"',
    '""',
    '"𰻞',
    '%',
    '%_',
    "'o",
    'hai',
    'hf',
    '龘',
    '龘龘',
    '龘龘龘',
    'AND',
    'or not',
    '*',
    '(a',
    'a:b',
    'NEAR',
    '^ab',
    '海风海风',
  ])('%s', async (q) => {
    const [found, expected] = await both(q);
    expect(found).toEqual(expected);
  });
});

describe('the index of words', () => {
  it('follows a text that is changed and a venture that is gone, whoever does it', async () => {
    const [made = 0] = await transact(app.db, (tx) =>
      logVentures(tx, at('2025-02-02'), [{ ...someVenture(1), name: '蜃楼工坊' }]),
    );
    expect((await both('蜃楼工'))[0]).toEqual([made]);
    await app.db.venture.update({ where: { id: made }, data: { searchText: 'v1 鲸落工坊' } });
    expect((await both('蜃楼工'))[0]).toEqual([]);
    expect((await both('鲸落'))[0]).toEqual([made]);
    expect(await searchIndexFaults(app.db)).toEqual([]);
  });

  it('is held against the texts by verify', async () => {
    // An index of its own to damage: the others look through theirs in any order.
    const own = await startParks();
    await transact(own.db, async (tx) => {
      await changeRows(tx, sql`DELETE FROM "VentureSearch" WHERE rowid = 1`);
      await changeRows(
        tx,
        sql`INSERT INTO "VentureSearch" (rowid, "text") VALUES (9999, '无此主体  ')`,
      );
    });
    expect(await searchIndexFaults(own.db)).toEqual([
      'venture 1: the index of words is not of its search text',
      'venture 9999: is in the index of words alone',
    ]);
    await own.close();
  });
});

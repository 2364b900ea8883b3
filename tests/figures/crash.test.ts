import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { countInexact, reproducePublished } from '../../src/figures/reproduce-published.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { startChild } from '../database/child.js';
import { crashingDatabase } from '../database/crashing.js';
import { at, somePark, someVentures } from '../ledger/network.js';

/** More of them in a long run: CRASH_ROUNDS=50. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const { file, start, remove } = crashingDatabase();
beforeAll(() =>
  start((db) =>
    transact(db, async (tx) => {
      const by = at('2023-01-02');
      const parkId = await somePark(tx, by);
      const ids = await someVentures(tx, by, parkId, 12);
      const stays = ids.map((ventureId) => ({ ventureId, parkId, beganOn: '2023-01-01' }));
      await settleVentures(tx, by, stays);
    }),
  ),
);
afterAll(remove);

test(
  'kill -9 in the middle of publishing leaves whole figures, and loses none that was acknowledged',
  async () => {
    let before = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const child = startChild('../figures/crash-child.ts', [file]);
      while (child.lines.length < 5) await pause(5);
      await pause(Math.random() * 100);
      child.kill();
      const { signal, lines, errors } = await child.ended;
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      const numbers = await start(async (db) => {
        const figures = await db.publishedFigure.findMany({ include: { editions: true } });
        expect(figures.every(({ editions }) => editions.length === 1)).toBe(true);
        const told = await db.historyEvent.count({ where: { verb: 'figure.published' } });
        expect(told).toBe(figures.length);
        const editions = await reproducePublished(db);
        expect([editions.length, countInexact(editions)]).toEqual([figures.length, 0]);
        return figures.map(({ number }) => number);
      });
      expect(numbers).toEqual(expect.arrayContaining(lines.filter((line) => line !== 'begins')));
      expect(numbers.length).toBeGreaterThan(before);
      before = numbers.length;
    }
  },
  ROUNDS * 60_000,
);

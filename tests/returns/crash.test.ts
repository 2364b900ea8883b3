import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addMonths, type Month } from '../../src/calendar/days.js';
import { type Db, transact } from '../../src/database/database.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { startChild } from '../database/child.js';
import { crashingDatabase } from '../database/crashing.js';
import { at, somePark, someVentures } from '../ledger/network.js';

/** More of them in a long run: CRASH_ROUNDS=50. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const ventures = 40;
const { file, start, remove } = crashingDatabase();
let parkId: number;

beforeAll(async () => {
  parkId = await start((db) =>
    transact(db, async (tx) => {
      const by = at('2023-01-02');
      const id = await somePark(tx, by);
      const ids = await someVentures(tx, by, id, ventures);
      await settleVentures(
        tx,
        by,
        ids.map((ventureId) => ({ ventureId, parkId: id, beganOn: '2023-01-01' })),
      );
      return id;
    }),
  );
});
afterAll(remove);

/** Each month is one or the other: submitted with all its returns and entries, or a draft with none. */
async function monthsIn(db: Db): Promise<Month[]> {
  const months = await db.monthlyReturn.findMany({ orderBy: { month: 'asc' } });
  for (const { month, state } of months) {
    const returns = await db.jobsReturn.count({ where: { month } });
    expect([state, returns], month).toEqual(
      state === 'draft' ? ['draft', 0] : ['submitted', ventures],
    );
  }
  for (const { month } of await db.closedMonth.findMany())
    expect(months.find((one) => one.month === month)?.state).toBe('submitted');
  const events = await db.historyEvent.groupBy({ by: ['verb'], _count: true });
  const told = (verb: string) => events.find((one) => one.verb === verb)?._count ?? 0;
  const handedIn = months.filter(({ state }) => state === 'submitted').map(({ month }) => month);
  expect(told('monthly-return.submitted')).toBe(handedIn.length);
  expect(told('month.closed')).toBe(await db.closedMonth.count());
  return handedIn;
}

test(
  'kill -9 in the middle of submitting and closing leaves one or the other, and loses nothing acknowledged',
  async () => {
    let from = '2023-01';
    for (let round = 1; round <= ROUNDS; round += 1) {
      const child = startChild('../returns/crash-child.ts', [file, String(parkId), from]);
      // However slow the machine is, some months are through before the cut, and one is under way.
      while (child.lines.length < 3 + 2 * round) await pause(5);
      await pause(Math.random() * 200);
      child.kill();
      const { signal, lines, errors } = await child.ended;
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      await start(async (db) => {
        const handedIn = await monthsIn(db);
        const closed = (await db.closedMonth.findMany()).map(({ month }) => month);
        for (const line of lines) {
          const [what, month = ''] = line.split(' ');
          if (what === 'submitted') expect(handedIn).toContain(month);
          if (what === 'closed') expect(closed).toContain(month);
        }
        expect((await verifyLedger(db)).problems).toEqual([]);
        const newest = closed.sort().at(-1);
        from = newest === undefined ? '2023-01' : addMonths(newest, 1);
      });
    }
    expect(from > '2023-01').toBe(true);
  },
  ROUNDS * 60_000,
);

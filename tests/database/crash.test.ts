import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { type Db, transact } from '../../src/database/database.js';
import { at, somePark } from '../ledger/network.js';
import { startChild } from './child.js';
import { crashingDatabase } from './crashing.js';

/** More of them in a long run: CRASH_ROUNDS=50. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4);

const { file, start, remove } = crashingDatabase();
let parkId: number;
beforeAll(async () => {
  parkId = await start((db) => transact(db, (tx) => somePark(tx, at('2023-01-01'))));
});
afterAll(remove);

/** Everything that the database holds, in the words in which the child tells of it. */
async function written(db: Db): Promise<Map<string, number>> {
  const ventures = await db.venture.findMany();
  const residencies = await db.residency.findMany();
  const returns = await db.jobsReturn.findMany();
  return new Map([
    ...ventures.map(({ id }): [string, number] => [`logged ${id}`, 1]),
    ...residencies.map(({ ventureId: id }): [string, number] => [`settled ${id}`, 1]),
    ...returns.map((it): [string, number] => [`filed ${it.ventureId} ${it.month}`, it.version]),
  ]);
}

/** The record that a line of the child tells of, and the version that it has at least. */
function recordOf(line: string): { record: string; version: number } {
  const [verb, id, month, , version] = line.split(' ');
  if (verb !== 'filed') return { record: `${verb} ${id}`, version: 1 };
  return { record: `filed ${id} ${month}`, version: Number(version) };
}

function lostOf(lines: string[], kept: Map<string, number>): string[] {
  return lines.filter((line) => {
    const { record, version } = recordOf(line);
    return (kept.get(record) ?? 0) < version;
  });
}

async function killedWhileWriting(): Promise<string[]> {
  const child = startChild('crash-child.ts', [file, String(parkId)]);
  await child.firstLine;
  await pause(100 + Math.random() * 800);
  child.kill();
  const { signal, lines, errors } = await child.ended;
  expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
  return lines;
}

test(
  'kill -9 in the middle of writing loses nothing that was acknowledged, and the ledger verifies',
  async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      acknowledged.push(...(await killedWhileWriting()));
      await start(async (db) => {
        const kept = await written(db);
        expect(lostOf(acknowledged, kept)).toEqual([]);
        expect((await verifyLedger(db)).problems).toEqual([]);
        expect(await db.$queryRaw`SELECT * FROM pragma_integrity_check`).toEqual([
          { integrity_check: 'ok' },
        ]);
      });
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    if (process.env.CRASH_LOG) {
      appendFileSync(
        process.env.CRASH_LOG,
        `${ROUNDS} rounds, ${acknowledged.length} acknowledged\n`,
      );
    }
  },
  ROUNDS * 60_000,
);

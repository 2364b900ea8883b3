// Writes without end, several streams at once, and prints each write once it is acknowledged:
// logged ID, settled ID, filed ID MONTH HEADCOUNT VERSION. Whoever started it kills it.
import '../../src/words.js';
import '../../src/between-rooms.js';
import { writeSync } from 'node:fs';
import { monthsBetween } from '../../src/calendar/days.js';
import { openDatabase, transact } from '../../src/database/database.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at, headcount, someVenture } from '../ledger/network.js';

const STREAMS = 4;
const by = at('2025-02-14');
const [file = '', parkId = ''] = process.argv.slice(2);
const { db } = await openDatabase({ file });

/** Not by process.stdout: what is acknowledged is told before anything else can happen. */
const tell = (...words: unknown[]) => writeSync(1, `${words.join(' ')}\n`);

async function fileMonth(ventureId: number, month: string, count: number, version: number | null) {
  const filing = { ventureId, month, ...headcount(count), version };
  await transact(db, (tx) => fileHeadcount(tx, by, filing));
  tell('filed', ventureId, month, count, (version ?? 0) + 1);
}

async function stream(): Promise<never> {
  for (let round = 1; ; round += 1) {
    const ventureId = await transact(db, (tx) => logVenture(tx, by, someVenture(Number(parkId))));
    tell('logged', ventureId);
    const settling = { ventureId, parkId: Number(parkId), beganOn: '2023-01-01' };
    await transact(db, (tx) => settleVenture(tx, by, settling));
    tell('settled', ventureId);
    for (const month of monthsBetween('2023-01', '2023-03')) {
      await fileMonth(ventureId, month, round % 10, null);
      await fileMonth(ventureId, month, (round % 10) + 1, 1);
    }
  }
}

await Promise.all(Array.from({ length: STREAMS }, stream));

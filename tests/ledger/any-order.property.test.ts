import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addDays, endOfMonth, monthsBetween } from '../../src/calendar/days.js';
import { type Db, type Tx, transact } from '../../src/database/database.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import type { Measure } from '../../src/ledger/measures.js';
import { headPosition, levelsByPark } from '../../src/ledger/totals.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { scratchDatabase } from '../database/scratch.js';
import { at, headcount, somePark, someVentures } from './network.js';
import { readRecords, slowTotals } from './slow-way.js';

const MONTHS = monthsBetween('2023-01', '2024-03');
const DAYS = MONTHS.flatMap((month) => [endOfMonth(month), `${month}-11`]).sort();
const MEASURES = ['ventures', 'jobs', 'workers-graduates', 'returns'] as const satisfies Measure[];
const by = at('2024-04-15');

const venture = fc.nat(2);
const park = fc.nat(2);
const day = fc.nat(450).map((n) => addDays('2023-01-01', n));
const step = fc.oneof(
  fc.record({ kind: fc.constant('settle' as const), venture, park, day }),
  fc.record({ kind: fc.constant('move' as const), venture, park, day }),
  fc.record({ kind: fc.constant('end' as const), venture, day, setsAside: fc.boolean() }),
  fc.record({
    kind: fc.constant('merge' as const),
    park,
    into: park,
    day: fc.nat(90).map((n) => addDays('2024-01-15', n)),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    venture,
    month: fc.constantFrom(...MONTHS),
    count: fc.nat(20),
    graduates: fc.option(fc.nat(20)),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await scratchDatabase());
});
afterAll(() => close());

async function take(tx: Tx, ventures: number[], parks: number[], one: Step): Promise<void> {
  const ventureId = 'venture' in one ? (ventures[one.venture] as number) : 0;
  switch (one.kind) {
    case 'settle':
      await settleVenture(tx, by, {
        ventureId,
        parkId: parks[one.park] as number,
        beganOn: one.day,
      });
      return;
    case 'move': {
      const toParkId = parks[one.park] as number;
      await moveVenture(tx, by, { ventureId, toParkId, movedOn: one.day, note: '' });
      return;
    }
    case 'end':
      return endResidency(tx, by, {
        ventureId,
        endedOn: one.day,
        reason: 'graduated',
        note: '',
        setsAsideReturns: one.setsAside,
      });
    case 'merge': {
      const [parkId = 0, intoId = 0] = [parks[one.park], parks[one.into]];
      return mergeParks(tx, by, { parkId, intoId, mergedOn: one.day, reason: '随机' });
    }
    case 'file': {
      const key = { ventureId, month: one.month };
      const known = await tx.jobsReturn.findUnique({ where: { ventureId_month: key } });
      const version = known?.version ?? null;
      const graduates = one.graduates && Math.min(one.graduates, one.count);
      return fileHeadcount(tx, by, { ...key, ...headcount(one.count), graduates, version });
    }
  }
}

/** Takes a step; a refusal is an answer too, and must leave everything as it was. */
async function tryStep(ventures: number[], parks: number[], one: Step): Promise<boolean> {
  try {
    await transact(db, (tx) => take(tx, ventures, parks, one));
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Conflict) return false;
    throw error;
  }
}

async function ledgerTotals(parks: number[], position?: number) {
  const totals: Record<string, number> = {};
  for (const asOf of DAYS) {
    const levels = await levelsByPark(db, asOf, position);
    for (const measure of MEASURES)
      for (const id of parks) totals[`${measure} ${id} ${asOf}`] = levels.of(measure, id);
  }
  return totals;
}

async function recordTotals(ventures: number[], parks: number[]) {
  const records = await readRecords(db, ventures);
  const totals: Record<string, number> = {};
  for (const asOf of DAYS) {
    for (const id of parks) {
      const slow = slowTotals(records, id, asOf);
      for (const measure of MEASURES) totals[`${measure} ${id} ${asOf}`] = slow[measure];
    }
  }
  return totals;
}

test('in any order of recording, totals equal the records, and what was known stays known', async () => {
  let [taken, merged] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { parks, ventures } = await transact(db, async (tx) => {
        const opened = [await somePark(tx, by), await somePark(tx, by), await somePark(tx, by)];
        return { parks: opened, ventures: await someVentures(tx, by, opened[0] as number, 3) };
      });
      const known: { position: number; totals: Record<string, number> }[] = [];
      for (const one of steps) {
        const isTaken = await tryStep(ventures, parks, one);
        if (isTaken) taken += 1;
        if (isTaken && one.kind === 'merge') merged += 1;
        const totals = await ledgerTotals(parks);
        expect(totals).toEqual(await recordTotals(ventures, parks));
        expect((await verifyLedger(db)).problems).toEqual([]);
        known.push({ position: await headPosition(db), totals });
      }
      for (const { position, totals } of known.filter((_, index) => index % 4 === 0)) {
        expect(await ledgerTotals(parks, position)).toEqual(totals);
      }
    }),
    { numRuns: 12 },
  );
  expect(taken).toBeGreaterThan(12);
  expect(merged).toBeGreaterThan(0);
}, 180_000);

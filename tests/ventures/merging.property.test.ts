import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import {
  addDays,
  type Day,
  endOfMonth,
  firstOf,
  monthOf,
  monthsBetween,
} from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { type MovedTotal, movedTotals } from '../../src/ventures/merging/moved-totals.js';
import { type MergeChoices, planMerge } from '../../src/ventures/merging/plan-merge.js';
import { recordsOn } from '../../src/ventures/merging/stored-records.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { at, headcount, someVentures } from '../ledger/network.js';
import { aSpace, startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

const by = at('2025-02-14');
const first = '2024-03-01';
const DAYS = Array.from({ length: 360 }, (_, n) => addDays(first, n));
const MONTHS = monthsBetween('2024-03', '2025-01');
const PARKS = [1, 2];
let app: TestApp;
beforeAll(async () => {
  app = await startParks();
});
afterAll(() => app.close());

const day = fc.nat(340).map((n) => addDays(first, n));
const who = fc.constantFrom(0, 1);
const step = fc.oneof(
  fc.record({ kind: fc.constant('settle' as const), who, park: fc.constantFrom(...PARKS), day }),
  fc.record({ kind: fc.constant('settle' as const), who, park: fc.constantFrom(...PARKS), day }),
  fc.record({ kind: fc.constant('end' as const), who, day }),
  fc.record({ kind: fc.constant('move' as const), who, park: fc.constantFrom(...PARKS), day }),
  fc.record({
    kind: fc.constant('file' as const),
    who,
    month: fc.constantFrom(...MONTHS),
    count: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('let' as const),
    who,
    space: fc.nat(3),
    day,
    rent: fc.constantFrom(0, 50_000),
  }),
  fc.record({ kind: fc.constant('visit' as const), day }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type World = { ids: [number, number]; spaces: number[] };

async function makeWorld(): Promise<World> {
  return transact(app.db, async (tx) => {
    const ids = await someVentures(tx, by, 1, 2);
    const spaces: number[] = [];
    for (const parkId of PARKS)
      spaces.push(
        ...(await addSpaces(tx, by, parkId, [aSpace({ name: '甲' }), aSpace({ name: '乙' })])),
      );
    return { ids: ids as [number, number], spaces };
  });
}

/** Does one thing to a world; what the verb refuses is not done. */
async function take({ ids, spaces }: World, one: Step): Promise<void> {
  const act = transact(app.db, async (tx) => {
    if (one.kind === 'visit') {
      const facts = { kind: 'call', madeBy: '某人', note: '', followUpOn: null } as const;
      await logVisit(tx, by, { ...facts, parkId: 1, madeOn: one.day, ventureIds: [...ids] });
      return;
    }
    const ventureId = ids[one.who] as number;
    if (one.kind === 'settle')
      await settleVenture(tx, by, { ventureId, parkId: one.park, beganOn: one.day });
    else if (one.kind === 'end')
      await endResidency(tx, by, {
        ventureId,
        endedOn: one.day,
        reason: 'closed',
        note: '',
        setsAsideReturns: true,
      });
    else if (one.kind === 'move')
      await moveVenture(tx, by, { ventureId, toParkId: one.park, movedOn: one.day, note: '' });
    else if (one.kind === 'file')
      await fileHeadcounts(tx, by, [
        { ventureId, month: one.month, version: null, ...headcount(one.count) },
      ]);
    else
      await letSpace(tx, by, {
        ventureId,
        spaceId: spaces[one.space] as number,
        beganOn: one.day,
        termEndOn: addDays(one.day, 700),
        rent: one.rent,
        area: 8050,
      });
  });
  await act.catch((error: unknown) => {
    if (!(error instanceof Refusal || error instanceof Conflict)) throw error;
  });
}

/** What the two ventures make of every measure in each park on each day, out of the ledger. */
async function levels(ids: readonly number[]): Promise<Map<string, number>> {
  const entries = await app.db.ledgerEntry.findMany({ where: { ventureId: { in: [...ids] } } });
  const found = new Map<string, number>();
  for (const { measure, parkId, effectiveOn, amount } of entries)
    for (const on of DAYS)
      if (effectiveOn <= on) {
        const key = `${measure} ${parkId} ${on}`;
        found.set(key, (found.get(key) ?? 0) + Number(amount));
      }
  return new Map([...found].filter(([, amount]) => amount !== 0).sort());
}

type Stay = { ventureId: number; parkId: number; beganOn: Day; endedOn: Day | null };
const covers = ({ beganOn, endedOn }: { beganOn: Day; endedOn: Day | null }, on: Day) =>
  beganOn <= on && (endedOn === null || on < endedOn);

/** The park of the two as one on a day: that of the first, or else of the second. */
const parkOn = (stays: Stay[], ids: readonly number[], on: Day): number | null => {
  const of = (id: number | undefined) =>
    stays.find((stay) => stay.ventureId === id && covers(stay, on))?.parkId;
  return of(ids[0]) ?? of(ids[1]) ?? null;
};

/** What the records of both come to as those of one, counted a day at a time. */
async function slowLevels(
  { ids, spaces }: World,
  { stays: side, months }: MergeChoices,
): Promise<Map<string, number>> {
  const where = { ventureId: { in: [...ids] } };
  const stays = await app.db.residency.findMany({ where });
  const returns = await app.db.jobsReturn.findMany({ where: { ...where, setAside: false } });
  const leases = await app.db.tenancy.findMany({ where });
  const stated = (month: string) =>
    returns.find(
      (row) => row.month === month && row.ventureId === ids[months.includes(month) ? 1 : 0],
    ) ?? returns.find((row) => row.month === month);
  const inOrder = side === 'own' ? ids : [...ids].reverse();
  const found = new Map<string, number>();
  const add = (key: string, amount: number) => found.set(key, (found.get(key) ?? 0) + amount);
  const parkOfSpace = (id: number) => (spaces.indexOf(id) < 2 ? 1 : 2);
  const gone = new Set<number>();
  const filed = new Map<number, number>();
  let level = 0;
  for (const on of DAYS) {
    const parkId = parkOn(stays, inOrder, on);
    if (parkId === null) level = 0;
    else {
      const now = endOfMonth(monthOf(on)) === on ? stated(monthOf(on)) : undefined;
      if (now) {
        level = now.headcount;
        filed.set(parkId, (filed.get(parkId) ?? 0) + 1);
      }
      add(`ventures ${parkId} ${on}`, 1);
      add(`jobs ${parkId} ${on}`, level);
    }
    for (const [park, count] of filed) add(`returns ${park} ${on}`, count);
    const held = leases.filter((lease) => {
      if (covers(lease, on) && parkOfSpace(lease.spaceId) !== parkId) gone.add(lease.id);
      return covers(lease, on) && !gone.has(lease.id);
    });
    if (parkId !== null && held.length > 0 && held.every(({ rent }) => rent === 0))
      add(`rent-free ${parkId} ${on}`, 1);
  }
  return new Map([...found].filter(([, amount]) => amount !== 0).sort());
}

const counted = ['ventures', 'jobs', 'returns', 'rent-free'];
const among = (all: Map<string, number>) =>
  [...all].filter(([key]) => counted.includes(key.split(' ')[0] as string));

const measured = ['ventures', 'jobs', 'returns', 'rent-free', 'rent-forgone'] as const;

/** What the form foretold is what came: of a stock at each month's end, of what belongs to a month in it. */
function compareForeseen(
  foreseen: MovedTotal[],
  before: Map<string, number>,
  after: Map<string, number>,
): void {
  for (const measure of measured)
    for (const parkId of PARKS)
      for (const month of MONTHS) {
        const valueIn = (all: Map<string, number>) => {
          const levelOn = (on: Day) => all.get(`${measure} ${parkId} ${on}`) ?? 0;
          const level = levelOn(endOfMonth(month));
          const isStock = ['ventures', 'jobs', 'rent-free'].includes(measure);
          return isStock ? level : level - levelOn(addDays(firstOf(month), -1));
        };
        const moved = foreseen.find(
          ({ measure: of, from, to, parkId: place }) =>
            of === measure && place === parkId && from <= month && (to === null || month <= to),
        );
        const said = `${measure} ${parkId} ${month}`;
        expect(valueIn(after) - valueIn(before), said).toBe(moved?.amount ?? 0);
      }
}

const choice = fc.record({
  fields: fc.constant([]),
  stays: fc.constantFrom('own' as const, 'other' as const),
  months: fc.subarray(MONTHS),
  leases: fc.constant([]),
});

test('merging counts every day once, as the records say, and undoing it gives every total back', async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 22 }),
      choice,
      async (steps, choices) => {
        const world = await makeWorld();
        for (const one of steps) await take(world, one);
        const { ids } = world;
        const [ownId, otherId] = ids;
        const before = await levels(ids);
        const records = await recordsOn(app.db, ids);
        const expected = await slowLevels(world, choices);
        const mergeable = await findMergeable(app.db, ownId, otherId);
        const plan = planMerge(mergeable, choices);
        const foreseen = await movedTotals(app.db, ids, { ownId, after: plan.after });
        const merging = {
          ownId,
          otherId,
          choices,
          seen: markOfRecords(mergeable),
          reason: '同一家',
        };
        const mergeId = await transact(app.db, (tx) => mergeVentures(tx, by, merging)).catch(
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            expect(plan.homeless.length).toBeGreaterThan(0);
            return null;
          },
        );
        if (mergeId === null) {
          expect(await levels(ids)).toEqual(before);
          return;
        }
        merged += 1;
        const after = await levels(ids);
        expect(among(after)).toEqual(among(expected));
        compareForeseen(foreseen, before, after);
        await transact(app.db, (tx) => undoMerge(tx, by, { mergeId, reason: '不是同一家' }));
        expect(await levels(ids)).toEqual(before);
        const restored = await recordsOn(app.db, ids);
        expect(restored).toEqual(records);
      },
    ),
    { numRuns: 25 },
  );
  expect(merged).toBeGreaterThan(10);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
}, 240_000);

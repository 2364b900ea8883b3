import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addDays, type Day, endOfMonth, monthOf, monthsBetween } from '../../src/calendar/days.js';
import { type Tx, transact } from '../../src/database/database.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import { headPosition, levelsByPark } from '../../src/ledger/totals.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { voidSpace } from '../../src/ventures/void-space.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { at } from '../ledger/network.js';
import { aSpace, startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

const MONTHS = monthsBetween('2024-03', '2026-12');
const by = at('2025-02-14');
let app: TestApp;
beforeAll(async () => {
  app = await startParks();
});
afterAll(() => app.close());

const day = fc.nat(700).map((n) => addDays('2024-03-01', n));
const terms = fc.record({
  beganOn: day,
  length: fc.integer({ min: 1, max: 500 }),
  rent: fc.constantFrom(0, 0, 50_000, 123_400, 200_000),
  area: fc.constantFrom(2_000, 4_025, 8_050),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('let' as const), terms, ventureId: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('end' as const), which: fc.nat(), day }),
  fc.record({ kind: fc.constant('void' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('void-space' as const), leasesToo: fc.boolean() }),
  fc.record({
    kind: fc.constant('correct' as const),
    which: fc.nat(),
    terms,
    endsAfter: fc.option(fc.integer({ min: 1, max: 500 })),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(tx: Tx, one: Step, spaceId: number): Promise<void> {
  if (one.kind === 'void-space') return replaceSpace(tx, one.leasesToo, spaceId);
  if (one.kind === 'let') {
    const { length, ...rest } = one.terms;
    const termEndOn = addDays(rest.beganOn, length);
    const { ventureId } = one;
    await letSpace(tx, by, Object.assign({ ventureId, spaceId, termEndOn }, rest));
    return;
  }
  const leases = await tx.tenancy.findMany({ where: { spaceId }, orderBy: { id: 'asc' } });
  const lease = leases[one.which % Math.max(1, leases.length)];
  if (!lease) return;
  const seen = { tenancyId: lease.id, version: lease.version, reason: '随机' };
  if (one.kind === 'end') return endTenancy(tx, by, lease.id, one.day);
  if (one.kind === 'void') return voidTenancy(tx, by, seen);
  const { length, ...rest } = one.terms;
  const termEndOn = addDays(rest.beganOn, length);
  const endedOn = one.endsAfter === null ? null : addDays(rest.beganOn, one.endsAfter);
  return correctTenancy(tx, by, Object.assign(seen, rest, { termEndOn, endedOn }));
}

/** The space was entered by mistake, and with it its leases where that is said; the right one is entered in its place. */
async function replaceSpace(tx: Tx, leasesToo: boolean, spaceId: number): Promise<void> {
  const reason = '录入错误';
  const leases = await tx.tenancy.findMany({ where: { spaceId, voidedAt: null } });
  if (leasesToo)
    for (const { id: tenancyId, version } of leases)
      await voidTenancy(tx, by, { tenancyId, version, reason });
  const { version } = await tx.space.findUniqueOrThrow({ where: { id: spaceId } });
  await voidSpace(tx, by, { spaceId, version, reason });
  await addSpaces(tx, by, 1, [aSpace({ name: '石屋二号' })]);
}

/** The newest of that name: those before it were entered by mistake. */
const theSpace = () =>
  app.db.space.findFirstOrThrow({ where: { name: '石屋二号' }, orderBy: { id: 'desc' } });

type Lease = { beganOn: Day; until: Day; endedOn: Day | null; rent: number; area: number };

/** What a lease forgoes up to the end of a month, a day at a time, from its record alone: market 1,234 yuan of 80.5 m². */
function forgoneUntil(lease: Lease, month: string): number {
  const fenDays = new Map<string, number>();
  for (let on = lease.beganOn; on < lease.until; on = addDays(on, 1))
    if (monthOf(on) <= month) fenDays.set(monthOf(on), (fenDays.get(monthOf(on)) ?? 0) + 1);
  let sum = 0;
  for (const [of, days] of fenDays) {
    const aMonth = Math.max(0, 123_400 * lease.area - lease.rent * 8_050);
    const length = Number(endOfMonth(of).slice(8));
    sum += Math.floor((2 * aMonth * days + length * 8_050) / (2 * length * 8_050));
  }
  return sum;
}

async function leasesOnRecord(): Promise<(Lease & { ventureId: number; spaceId: number })[]> {
  const rows = await app.db.tenancy.findMany({ where: { voidedAt: null } });
  return rows.map((row) => {
    // One that ran out and was not ended is entered up to the month that runs.
    const open = row.termEndOn > '2025-02-14' ? row.termEndOn : '2025-03-01';
    const { beganOn, endedOn, rent, area, ventureId, spaceId } = row;
    return { beganOn, until: endedOn ?? open, endedOn, rent, area, ventureId, spaceId };
  });
}

const holds = ({ beganOn, endedOn }: Lease, on: Day) =>
  beganOn <= on && (endedOn === null || on < endedOn);

async function compareWithRecords(): Promise<void> {
  const leases = await leasesOnRecord();
  for (const month of MONTHS) {
    const on = endOfMonth(month);
    const levels = await levelsByPark(app.db, on);
    const forgone = leases.reduce((sum, lease) => sum + forgoneUntil(lease, month), 0);
    expect(levels.of('rent-forgone', 1), month).toBe(forgone);
    const free = [1, 2].filter((ventureId) => {
      const own = leases.filter((lease) => lease.ventureId === ventureId && holds(lease, on));
      return own.length > 0 && own.every(({ rent }) => rent === 0);
    });
    expect(levels.of('rent-free', 1), month).toBe(free.length);
    for (const spaceId of new Set(leases.map((lease) => lease.spaceId))) {
      const there = leases.filter((lease) => lease.spaceId === spaceId && holds(lease, on));
      expect(there.reduce((sum, { area }) => sum + area, 0)).toBeLessThanOrEqual(8_050);
    }
  }
}

/** Every level of the rent measures in the park, as known at a position. */
async function levelsAt(position: number): Promise<number[]> {
  const found: number[] = [];
  for (const month of MONTHS) {
    const levels = await levelsByPark(app.db, endOfMonth(month), position);
    found.push(levels.of('rent-forgone', 1), levels.of('rent-free', 1));
  }
  return found;
}

test('lets, ends, corrections and voids, of leases and of their space, in any order: totals are those of the records, earlier positions stay, no space is overfull', async () => {
  let [done, replaced] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      for (const one of steps) {
        const position = Number(await headPosition(app.db));
        const before = await levelsAt(position);
        const { id: spaceId } = await theSpace();
        const refused = await transact(app.db, (tx) => take(tx, one, spaceId)).then(
          () => null,
          (error: unknown) => error,
        );
        if (refused === null) done += 1;
        else expect(refused instanceof Refusal || refused instanceof Conflict).toBe(true);
        if (refused === null && one.kind === 'void-space') replaced += 1;
        expect(await levelsAt(position)).toEqual(before);
      }
      await compareWithRecords();
    }),
    { numRuns: 12 },
  );
  expect(done).toBeGreaterThan(10);
  expect(replaced).toBeGreaterThan(0);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
}, 240_000);

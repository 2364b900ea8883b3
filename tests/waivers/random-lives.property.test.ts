import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addDays, type Day, endOfMonth, monthsBetween } from '../../src/calendar/days.js';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import { headPosition, levelsByPark } from '../../src/ledger/totals.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { monthsUntil } from '../../src/waivers/months-until.js';
import { askReconsideration, upholdDecision } from '../../src/waivers/reconsider-application.js';
import { restoreWaiver, revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { Forbidden } from '../../src/web/errors.js';
import { type Cast, startWaivers } from './cast.js';
import { grantFor, newTenant, type Tenant } from './tenants.js';

const DAYS = monthsBetween('2024-12', '2027-03').map(endOfMonth);
const day = fc.nat(800).map((n) => addDays('2025-01-15', n));
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('grant' as const),
      from: day,
      months: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revoke' as const), day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), day }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'restore' as const }) },
  fc.constant({ kind: 'uphold' as const }),
  fc.record({ kind: fc.constant('move' as const), ago: fc.nat(60) }),
  fc.record({ kind: fc.constant('leave' as const), ago: fc.nat(60) }),
  fc.record({ kind: fc.constant('end-tenancy' as const), ago: fc.nat(60) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
  const { passwordHash } = await cast.db.account.findFirstOrThrow();
  const colleague = { username: 'bureau3', name: 'bureau3', role: 'bureau-staff', passwordHash };
  await cast.db.account.create({ data: { ...colleague, createdAt: new Date(0) } });
});
afterAll(() => cast.close());

const note = '随机';

/** One act in the life of a tenant and its waivers, on a day. */
async function take(tenant: Tenant, one: Step, on: Day): Promise<void> {
  const { ventureId } = tenant;
  const act = (username: string, verb: (tx: Tx, by: Actor) => Promise<unknown>) =>
    cast.act(username, verb, on);
  const newest = () =>
    cast.db.waiver.findFirst({
      where: { ventureId },
      orderBy: { id: 'desc' },
      include: { application: true },
    });
  const waiver = await newest();
  const ago = 'ago' in one ? addDays(on, -one.ago) : on;
  switch (one.kind) {
    case 'grant':
      return grantFor(cast, tenant, { from: one.from, months: one.months, on });
    case 'move':
      return void (await act('bureau', (tx, by) =>
        moveVenture(tx, by, { ventureId, toParkId: 2, movedOn: ago, note }),
      ));
    case 'leave':
      return void (await act('bureau', (tx, by) =>
        endResidency(tx, by, {
          ventureId,
          endedOn: ago,
          reason: 'closed',
          note,
          setsAsideReturns: true,
        }),
      ));
    case 'end-tenancy':
      return void (await act('bureau', (tx, by) => endTenancy(tx, by, tenant.tenancyId, ago)));
  }
  if (!waiver) return;
  const { application } = waiver;
  const reconsider = () =>
    act('park1', (tx, by) => askReconsideration(tx, by, application, { note }));
  const again = async () =>
    cast.db.waiverApplication.findUniqueOrThrow({ where: { id: application.id } });
  switch (one.kind) {
    case 'revoke':
      return void (await act('bureau2', (tx, by) =>
        revokeWaiver(tx, by, application, { from: one.day, reason: 'other', note }),
      ));
    case 'end':
      return void (await act('bureau', (tx, by) =>
        endWaiver(tx, by, waiver, { endedOn: one.day, reason: 'surrendered', note }),
      ));
    case 'restore': {
      await reconsider();
      const seen = await again();
      return void (await act('bureau3', (tx, by) => restoreWaiver(tx, by, seen, { note })));
    }
    case 'uphold': {
      await reconsider();
      const seen = await again();
      return void (await act('bureau3', (tx, by) =>
        upholdDecision(tx, by, seen, { reason: 'nothing-new', note }),
      ));
    }
  }
}

/** A refusal is an answer too, and must leave everything as it was. */
async function isTaken(tenant: Tenant, one: Step, on: Day): Promise<boolean> {
  try {
    await take(tenant, one, on);
    return true;
  } catch (error) {
    const isAnswer = [Refusal, Conflict, Forbidden].some((kind) => error instanceof kind);
    if (isAnswer) return false;
    throw error;
  }
}

async function totals(position?: number): Promise<string> {
  const rows = [];
  for (const asOf of DAYS) {
    const levels = await levelsByPark(cast.db, asOf, position);
    rows.push([1, 2].map((park) => levels.of('waived-rent', park)));
  }
  return JSON.stringify(rows);
}

/** For every waiver of the tenant, the sum of its entries is that of its schedule as it stands. */
async function holdEntriesAgainstSchedules({ ventureId }: Tenant): Promise<number> {
  const waivers = await cast.db.waiver.findMany({
    where: { ventureId },
    include: { months: true },
  });
  for (const { months, ...waiver } of waivers) {
    const { _sum } = await cast.db.ledgerEntry.aggregate({
      where: { causeKind: 'waiver-month', causeId: { in: months.map(({ id }) => id) } },
      _sum: { amount: true },
    });
    const until = waiver.endedOn ?? waiver.termEndOn;
    const scheduled = await monthsUntil(cast.db, waiver, until);
    const sum = scheduled.reduce((total, { fen }) => total + fen, 0);
    expect(Number(_sum.amount ?? 0), `${waiver.number} until ${until}`).toBe(sum);
  }
  return waivers.length;
}

test('whatever becomes of waivers, their entries are their schedules, and what was known stays known', async () => {
  let [taken, granted] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const tenant = await newTenant(cast);
      const known: { position: number; were: string }[] = [];
      let on: Day = '2025-02-14';
      // Every life begins with a grant.
      for (const one of [{ kind: 'grant' as const, from: '2025-02-01', months: 24 }, ...steps]) {
        if (await isTaken(tenant, one, on)) taken += 1;
        on = addDays(on, 20);
        const count = await holdEntriesAgainstSchedules(tenant);
        granted = Math.max(granted, count);
        known.push({ position: await headPosition(cast.db), were: await totals() });
      }
      for (const { position, were } of known) expect(await totals(position)).toBe(were);
      expect((await verifyLedger(cast.db)).problems).toEqual([]);
    }),
    { numRuns: 12 },
  );
  // Refusals alone would prove nothing.
  expect(taken).toBeGreaterThan(20);
  expect(granted).toBeGreaterThan(0);
}, 600_000);

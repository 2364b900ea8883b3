import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addDays, endOfMonth, monthsBetween } from '../../src/calendar/days.js';
import { type Db, type Tx, transact } from '../../src/database/database.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import type { Measure } from '../../src/ledger/measures.js';
import { headPosition, levelsByPark } from '../../src/ledger/totals.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { findMergeablePeople } from '../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../src/persons/merging/merge-people.js';
import { undoPeopleMerge } from '../../src/persons/merging/undo-people-merge.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { correctSettling } from '../../src/ventures/correct-settling.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { scratchDatabase } from '../database/scratch.js';
import { aSpace } from '../parks/cast.js';
import { someRing } from '../vault/rings.js';
import { at, headcount, somePark, someVentures } from './network.js';
import { readRecords, slowTotals } from './slow-way.js';

const MONTHS = monthsBetween('2023-01', '2024-03');
const DAYS = MONTHS.flatMap((month) => [endOfMonth(month), `${month}-11`]).sort();
const MEASURES = [
  'ventures',
  'jobs',
  'workers-graduates',
  'returns',
  'rent-free',
] as const satisfies Measure[];
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
  fc.record({ kind: fc.constant('correct' as const), venture, day }),
  fc.record({ kind: fc.constant('void' as const), venture }),
  fc.record({ kind: fc.constant('join' as const), venture, other: venture }),
  fc.record({ kind: fc.constant('part' as const) }),
  fc.record({ kind: fc.constant('join-people' as const), venture, other: venture }),
  fc.record({ kind: fc.constant('part-people' as const) }),
  fc.record({
    kind: fc.constant('let' as const),
    venture,
    day,
    rent: fc.constantFrom(0, 0, 50_000),
  }),
  fc.record({
    kind: fc.constant('correct-lease' as const),
    which: fc.nat(),
    rent: fc.constantFrom(0, 70_000),
  }),
  fc.record({ kind: fc.constant('void-lease' as const), which: fc.nat() }),
);
const kinds: Step['kind'][] = [
  ...(['settle', 'move', 'end', 'merge', 'file', 'correct', 'void'] as const),
  ...([
    'join',
    'part',
    'join-people',
    'part-people',
    'let',
    'correct-lease',
    'void-lease',
  ] as const),
];
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Each verb once, so that none is only ever refused; what else comes about is drawn. */
const eachOnce: Step[] = [
  { kind: 'settle', venture: 2, park: 0, day: '2023-02-11' },
  { kind: 'let', venture: 0, day: '2023-03-11', rent: 0 },
  { kind: 'correct-lease', which: 0, rent: 70_000 },
  { kind: 'void-lease', which: 0 },
  { kind: 'join', venture: 0, other: 2 },
  { kind: 'part' },
  { kind: 'join-people', venture: 0, other: 1 },
  { kind: 'part-people' },
  { kind: 'file', venture: 0, month: '2023-05', count: 5, graduates: 2 },
  { kind: 'move', venture: 1, park: 1, day: '2023-06-30' },
  { kind: 'correct', venture: 1, day: '2023-06-11' },
  { kind: 'end', venture: 1, day: '2023-09-30', setsAside: true },
  { kind: 'void', venture: 2 },
  { kind: 'merge', park: 0, into: 2, day: '2024-02-01' },
];

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await scratchDatabase());
});
afterAll(() => close());

type World = { ventures: number[]; parks: number[]; spaces: number[] };
const reason = '随机';
const keys = someRing();

/** Whoever founded a venture first, of those who are in its record still; 0 for nobody. */
async function founderOf(tx: Tx, ventureId: number): Promise<number> {
  const role = await tx.personRole.findFirst({ where: { ventureId }, orderBy: { id: 'asc' } });
  return role?.personId ?? 0;
}

async function take(tx: Tx, { ventures, parks, spaces }: World, one: Step): Promise<unknown> {
  const ventureId = 'venture' in one ? (ventures[one.venture] as number) : 0;
  switch (one.kind) {
    case 'correct': {
      const stays = await tx.residency.findMany({ where: { ventureId }, orderBy: { id: 'desc' } });
      const [stay] = stays;
      if (!stay) throw new Conflict('record.changed-meanwhile');
      const { id: residencyId, version } = stay;
      const more = { residencyId, version, reason, setsAsideReturns: true };
      return correctSettling(tx, by, { ...more, beganOn: one.day });
    }
    case 'void': {
      const { version } = await tx.venture.findUniqueOrThrow({ where: { id: ventureId } });
      return voidVenture(tx, by, { ventureId, version, reason });
    }
    case 'join': {
      const otherId = ventures[one.other] as number;
      const choices = { fields: [], stays: 'own' as const, months: [], leases: [] };
      const voided = await tx.ventureVoid.count({
        where: { ventureId: { in: [ventureId, otherId] } },
      });
      if (voided > 0 || ventureId === otherId) throw new Conflict('record.changed-meanwhile');
      const mergeable = await findMergeable(tx, ventureId, otherId);
      const seen = markOfRecords(mergeable);
      return mergeVentures(tx, by, { ownId: ventureId, otherId, choices, seen, reason });
    }
    case 'part': {
      const merge = await tx.ventureMerge.findFirst({
        where: { undoneAt: null, loserId: { in: ventures } },
        orderBy: { id: 'desc' },
      });
      if (!merge) throw new Conflict('record.changed-meanwhile');
      return undoMerge(tx, by, { mergeId: merge.id, reason });
    }
    case 'join-people': {
      const [ownId = 0, otherId = 0] = [
        await founderOf(tx, ventureId),
        await founderOf(tx, ventures[one.other] as number),
      ];
      if (ownId === otherId || ownId === 0 || otherId === 0)
        throw new Conflict('record.changed-meanwhile');
      const { mark } = await findMergeablePeople(tx, ownId, otherId);
      const choices = { fields: [], categories: 'both' } as const;
      return mergePeople(tx, by, keys, { ownId, otherId, choices, seen: mark, reason, files: [] });
    }
    case 'part-people': {
      const merge = await tx.personMerge.findFirst({
        where: {
          undoneAt: null,
          survivor: { roles: { some: { ventureId: { in: ventures } } } },
        },
        orderBy: { id: 'desc' },
      });
      if (!merge) throw new Conflict('record.changed-meanwhile');
      return undoPeopleMerge(tx, by, keys, { mergeId: merge.id, reason, files: [] });
    }
    case 'let': {
      // Of the park in which the venture is, mostly while it is there.
      const stay = await tx.residency.findFirst({ where: { ventureId, endedOn: null } });
      if (!stay) throw new Conflict('record.changed-meanwhile');
      const beganOn = one.day < stay.beganOn ? stay.beganOn : one.day;
      const terms = { beganOn, termEndOn: addDays(beganOn, 300), rent: one.rent };
      const spaceId = spaces[parks.indexOf(stay.parkId)] as number;
      return letSpace(tx, by, { ventureId, spaceId, area: 2_000, ...terms });
    }
    case 'correct-lease':
    case 'void-lease': {
      const leases = await tx.tenancy.findMany({
        where: { ventureId: { in: ventures }, voidedAt: null },
        orderBy: { id: 'asc' },
      });
      const lease = leases[one.which % Math.max(1, leases.length)];
      if (!lease) throw new Conflict('record.changed-meanwhile');
      const seen = { tenancyId: lease.id, version: lease.version, reason };
      if (one.kind === 'void-lease') return voidTenancy(tx, by, seen);
      const { beganOn, termEndOn, endedOn, area } = lease;
      return correctTenancy(tx, by, { ...seen, beganOn, termEndOn, endedOn, area, rent: one.rent });
    }
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
async function tryStep(world: World, one: Step): Promise<boolean> {
  try {
    await transact(db, (tx) => take(tx, world, one));
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
  const taken = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async (steps) => {
      const world = await transact(db, async (tx) => {
        const opened = [await somePark(tx, by), await somePark(tx, by), await somePark(tx, by)];
        const spaces: number[] = [];
        for (const id of opened) spaces.push(...(await addSpaces(tx, by, id, [aSpace()])));
        const logged = await someVentures(tx, by, opened[0] as number, 3);
        return { parks: opened, ventures: logged, spaces };
      });
      const { parks, ventures } = world;
      // Two are in a park from early on, as most verbs need; the third settles when it comes about.
      for (const first of [0, 1])
        await tryStep(world, { kind: 'settle', venture: first, park: 0, day: DAYS[first] ?? '' });
      const known: { position: number; totals: Record<string, number> }[] = [];
      for (const one of steps) {
        const isTaken = await tryStep(world, one);
        if (isTaken) taken.set(one.kind, (taken.get(one.kind) ?? 0) + 1);
        const totals = await ledgerTotals(parks);
        expect(totals).toEqual(await recordTotals(ventures, parks));
        expect((await verifyLedger(db)).problems).toEqual([]);
        known.push({ position: await headPosition(db), totals });
      }
      for (const { position, totals } of known.filter((_, index) => index % 4 === 0)) {
        expect(await ledgerTotals(parks, position)).toEqual(totals);
      }
    }),
    { numRuns: 14, examples: [[eachOnce]] },
  );
  // Each verb was taken and not only refused.
  for (const kind of kinds) expect([kind, (taken.get(kind) ?? 0) > 0]).toEqual([kind, true]);
}, 300_000);

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addDays, endOfMonth, monthsBetween } from '../../src/calendar/days.js';
import { type Db, type Tx, transact } from '../../src/database/database.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import type { Listed, Measure } from '../../src/ledger/measures.js';
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
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { askReconsideration } from '../../src/waivers/reconsider-application.js';
import { restoreWaiver, revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { Forbidden } from '../../src/web/errors.js';
import { aSpace } from '../parks/cast.js';
import { type Cast, startWaivers } from '../waivers/cast.js';
import { at, headcount, somePark, someVentures } from './network.js';
import { readRecords, slowTotals } from './slow-way.js';
import { type Desks, grantAtOnce, waiversOf } from './some-waivers.js';

const MONTHS = monthsBetween('2023-01', '2024-03');
/** Waivers go on after the months of returns. */
const LATER = ['2024-04-30', '2024-06-11', '2024-11-30', '2025-04-30'];
const DAYS = [...MONTHS.flatMap((month) => [endOfMonth(month), `${month}-11`]).sort(), ...LATER];
const MEASURES = [
  'ventures',
  'jobs',
  'workers-graduates',
  'returns',
  'rent-free',
  'waived-rent',
] as const satisfies Measure[];
/** What was known of these stays known too; rent relief is both of them. */
const ALSO_KNOWN = ['rent-forgone', 'rent-relief'] as const satisfies Listed[];
const by = at('2024-04-15');

const venture = fc.nat(2);
const park = fc.nat(2);
const day = fc.nat(450).map((n) => addDays('2023-01-01', n));
const late = fc.nat(400).map((n) => addDays('2024-02-20', n));
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
  fc.record({
    kind: fc.constant('grant' as const),
    venture,
    from: late,
    months: fc.integer({ min: 1, max: 18 }),
  }),
  fc.record({ kind: fc.constant('end-waiver' as const), which: fc.nat(), day: late }),
  fc.record({ kind: fc.constant('revoke' as const), which: fc.nat(), day: late }),
  fc.record({ kind: fc.constant('restore' as const), which: fc.nat() }),
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
  ...(['grant', 'end-waiver', 'revoke', 'restore'] as const),
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

/** The same of waivers: one ended and one revoked, each taken back, and then what takes their ground away. */
const waiversOnce: Step[] = [
  { kind: 'let', venture: 0, day: '2023-12-11', rent: 50_000 },
  { kind: 'grant', venture: 0, from: '2024-04-01', months: 9 },
  { kind: 'end-waiver', which: 0, day: '2024-06-12' },
  { kind: 'move', venture: 1, park: 1, day: '2023-06-30' },
  { kind: 'let', venture: 1, day: '2023-12-20', rent: 50_000 },
  { kind: 'grant', venture: 1, from: '2024-04-01', months: 12 },
  { kind: 'revoke', which: 1, day: '2024-05-20' },
  { kind: 'restore', which: 1 },
  { kind: 'join', venture: 0, other: 2 },
  { kind: 'part' },
  { kind: 'merge', park: 1, into: 2, day: '2024-03-30' },
  { kind: 'move', venture: 0, park: 1, day: '2024-04-10' },
];

let cast: Cast;
let db: Db;
beforeAll(async () => {
  cast = await startWaivers();
  ({ db } = cast);
  const { passwordHash } = await db.account.findFirstOrThrow();
  const colleague = { username: 'bureau3', name: 'bureau3', role: 'bureau-staff', passwordHash };
  await db.account.create({ data: { ...colleague, createdAt: new Date(0) } });
});
afterAll(() => cast.close());

type World = { ventures: number[]; parks: number[]; spaces: number[]; desks: Desks; third: number };
const reason = '随机';

let managers = 0;

/** A manager of some parks, and who decides on their cases. */
async function someDesks(tx: Tx, parks: number[]): Promise<{ desks: Desks; third: number }> {
  managers += 1;
  const { passwordHash } = await tx.account.findFirstOrThrow();
  const username = `any-order-${managers}`;
  const { id: park } = await tx.account.create({
    data: {
      username,
      name: username,
      role: 'park-manager',
      passwordHash,
      createdAt: new Date(0),
      parks: { create: parks.map((parkId) => ({ parkId })) },
    },
  });
  const idOf = async (username: string) =>
    (await tx.account.findFirstOrThrow({ where: { username } })).id;
  const [county, bureau] = [await idOf('putuo'), await idOf('bureau')];
  const [colleague, third] = [await idOf('bureau2'), await idOf('bureau3')];
  return { desks: { park, county, bureau, colleague }, third };
}

/** Whoever founded a venture first, of those who are in its record still; 0 for nobody. */
async function founderOf(tx: Tx, ventureId: number): Promise<number> {
  const role = await tx.personRole.findFirst({ where: { ventureId }, orderBy: { id: 'asc' } });
  return role?.personId ?? 0;
}

async function take(
  tx: Tx,
  { ventures, parks, spaces, desks, third }: World,
  one: Step,
): Promise<unknown> {
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
      return mergePeople(tx, by, cast.keys, {
        ownId,
        otherId,
        choices,
        seen: mark,
        reason,
        files: [],
      });
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
      return undoPeopleMerge(tx, by, cast.keys, { mergeId: merge.id, reason, files: [] });
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
    case 'grant': {
      const lease = await tx.tenancy.findFirst({
        where: { ventureId, voidedAt: null, rent: { gt: 0 } },
        orderBy: { id: 'desc' },
      });
      const personId = await founderOf(tx, ventureId);
      if (!lease || personId === 0) throw new Conflict('record.changed-meanwhile');
      const asked = {
        ventureId,
        personId,
        tenancyId: lease.id,
        from: one.from,
        months: one.months,
      };
      const days = { on: '2024-03-25', granted: '2024-04-15' };
      return grantAtOnce(tx, cast.keys, desks, asked, days);
    }
    case 'end-waiver':
    case 'revoke':
    case 'restore': {
      const waivers = await waiversOf(tx, ventures);
      const waiver = waivers[one.which % Math.max(1, waivers.length)];
      if (!waiver) throw new Conflict('record.changed-meanwhile');
      const { application } = waiver;
      const as = (accountId: number) => ({ ...by, accountId });
      if (one.kind === 'end-waiver') {
        const ending = { endedOn: one.day, reason: 'surrendered', note: reason } as const;
        return endWaiver(tx, as(desks.bureau), waiver, ending);
      }
      if (one.kind === 'revoke') {
        const revocation = { from: one.day, reason: 'other', note: reason };
        return revokeWaiver(tx, as(desks.colleague), application, revocation);
      }
      await askReconsideration(tx, as(desks.park), application, { note: reason });
      const where = { id: application.id };
      const seen = await tx.waiverApplication.findUniqueOrThrow({ where });
      return restoreWaiver(tx, as(third), seen, { note: reason });
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
    if ([Refusal, Conflict, Forbidden].some((kind) => error instanceof kind)) return false;
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

/** What stood for the other sums of rent, which the slow way does not count. */
async function alsoKnown(parks: number[], position?: number) {
  const asOf = DAYS.at(-1) ?? '';
  const levels = await levelsByPark(db, asOf, position);
  return ALSO_KNOWN.map((measure) => parks.map((id) => levels.of(measure, id)));
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
        return { parks: opened, ventures: logged, spaces, ...(await someDesks(tx, opened)) };
      });
      const { parks, ventures } = world;
      // Two are in a park from early on, as most verbs need; the third settles when it comes about.
      for (const first of [0, 1])
        await tryStep(world, { kind: 'settle', venture: first, park: 0, day: DAYS[first] ?? '' });
      const known: { position: number; totals: Record<string, number>; also: number[][] }[] = [];
      for (const one of steps) {
        const isTaken = await tryStep(world, one);
        if (isTaken) taken.set(one.kind, (taken.get(one.kind) ?? 0) + 1);
        const totals = await ledgerTotals(parks);
        expect(totals).toEqual(await recordTotals(ventures, parks));
        expect((await verifyLedger(db)).problems).toEqual([]);
        known.push({ position: await headPosition(db), totals, also: await alsoKnown(parks) });
      }
      for (const { position, totals, also } of known.filter((_, index) => index % 4 === 0)) {
        expect(await ledgerTotals(parks, position)).toEqual(totals);
        expect(await alsoKnown(parks, position)).toEqual(also);
      }
    }),
    { numRuns: 14, examples: [[eachOnce], [waiversOnce]] },
  );
  // Each verb was taken and not only refused.
  for (const kind of kinds) expect([kind, (taken.get(kind) ?? 0) > 0]).toEqual([kind, true]);
}, 300_000);

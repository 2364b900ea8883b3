import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { type HeldWaiver, waiversOf } from './earlier-waivers.js';
import { type InsuredMonth, insuredMonths } from './insured-jobs.js';
import { openStates } from './states.js';

const VENTURES_A_READ = 500;
const roles = ['founder', 'legal-representative'];

/** Leases that hold on a day: none that begins later, and none that has ended. */
const holdingOn = (on: Day): Prisma.TenancyWhereInput => ({
  beganOn: { lte: on },
  OR: [{ endedOn: null }, { endedOn: { gt: on } }],
});

const recordsOn = (on: Day) =>
  ({
    residencies: {
      where: { endedOn: null },
      include: { park: { select: { regionCode: true, islandZh: true } } },
    },
    tenancies: {
      where: holdingOn(on),
      include: { steps: { orderBy: { fromOn: 'asc' } }, space: { select: { island: true } } },
      orderBy: { rent: 'desc' },
    },
    roles: {
      where: { endedOn: null, role: { in: roles } },
      include: {
        person: { include: { categories: true, identity: { select: { lookup: true } } } },
      },
      orderBy: { personId: 'asc' },
    },
    applications: { select: { policyId: true, policyVersionId: true, state: true } },
  }) as const satisfies Prisma.VentureInclude;

const read = (reads: Reads, after: number, on: Day) =>
  reads.venture.findMany({
    where: { id: { gt: after }, residencies: { some: { endedOn: null } } },
    include: recordsOn(on),
    orderBy: { id: 'asc' },
    take: VENTURES_A_READ,
  });
type Row = Awaited<ReturnType<typeof read>>[number];

/** A settled venture with all that the rules look at. */
export type SettledVenture = Row & {
  jobs: number;
  insured: InsuredMonth[];
  /** Every waiver of the venture and of its founders, under whatever record of theirs. */
  waivers: HeldWaiver[];
  /** The records of a founder: the same document entered under another name is the same person. */
  recordsOf: (personId: number) => number[];
};

export const isOpenCase = ({ state }: { state: string }): boolean =>
  (openStates as readonly string[]).includes(state);

/** Every settled venture with its leases of a day, a batch at a time; the number of statements does not depend on how many a batch has. */
export async function* settledVentures(reads: Reads, on: Day): AsyncGenerator<SettledVenture[]> {
  for (let last = 0; ; ) {
    const rows = await read(reads, last, on);
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    const ventureIds = rows.map(({ id }) => id);
    const recordsOf = await recordsOfPeople(reads, rows);
    const personIds = rows.flatMap((row) =>
      row.roles.flatMap(({ personId }) => recordsOf(personId)),
    );
    const waivers = await waiversOf(reads, { ventureIds, personIds: [...new Set(personIds)] });
    const jobs = await reads.ledgerEntry.groupBy({
      by: ['ventureId'],
      where: { ventureId: { in: ventureIds }, measure: 'jobs' },
      _sum: { amount: true },
    });
    const jobsOf = new Map(jobs.map((row) => [row.ventureId, Number(row._sum.amount ?? 0)]));
    const insured = await insuredOf(reads, ventureIds);
    yield rows.map((row) => {
      const people = new Set(row.roles.flatMap(({ personId }) => recordsOf(personId)));
      const isTheirs = (waiver: HeldWaiver) =>
        waiver.ventureId === row.id || people.has(waiver.personId);
      return {
        ...row,
        jobs: jobsOf.get(row.id) ?? 0,
        insured: insured.get(row.id) ?? [],
        waivers: waivers.filter(isTheirs),
        recordsOf,
      };
    });
  }
}

async function insuredOf(reads: Reads, ventureIds: number[]): Promise<Map<number, InsuredMonth[]>> {
  const rows = await rowsOf<InsuredMonth & { ventureId: number }>(
    reads,
    sql`SELECT "ventureId", "month", "people" FROM ${insuredMonths(sql`r."ventureId" IN ${listed(ventureIds)}`)}`,
  );
  const byVenture = new Map<number, InsuredMonth[]>();
  for (const { ventureId, month, people } of rows)
    byVenture.set(ventureId, [...(byVenture.get(ventureId) ?? []), { month, people }]);
  return byVenture;
}

async function recordsOfPeople(reads: Reads, rows: Row[]): Promise<(personId: number) => number[]> {
  const people = rows.flatMap((row) => row.roles.map(({ person }) => person));
  const lookupOf = new Map(people.map(({ id, identity }) => [id, identity?.lookup]));
  const lookups = [...new Set(lookupOf.values())].filter((text) => text !== undefined);
  const identities = await reads.identity.findMany({
    where: { lookup: { in: lookups } },
    select: { personId: true, lookup: true },
  });
  const same = new Map<string, number[]>();
  for (const { personId, lookup } of identities)
    same.set(lookup, [...(same.get(lookup) ?? []), personId]);
  return (personId) => same.get(lookupOf.get(personId) ?? '') ?? [personId];
}

import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import { isOpenOn, parkOnDay } from './premises.js';
import { asOnDay, changesAfter } from './space-as-on.js';
import { byNumber, type SpaceOrder, spaceKey, spaceOrder } from './space-columns.js';
import { byState, type SpaceState, type StateCounts, stateOn } from './space-states.js';

export const spacesOnAPage = 50;
export type SpaceFilter = {
  asOf: Day;
  state: SpaceState | null;
  page: number;
  /** What else of the space `s` is asked for. */
  narrowed?: Sql[];
  by?: SpaceOrder;
};

/** The open spaces of a park on a day, each with its number, its state and what it is put in order by. */
const spacesOf = (
  parkId: number,
  { asOf, narrowed = [], by = byNumber }: Pick<SpaceFilter, 'asOf' | 'narrowed' | 'by'>,
): Sql => sql`
  SELECT s."id", s."number", ${stateOn(asOf)} AS "state", ${spaceKey(by, asOf)} AS "key"
  FROM "Space" s ${parkOnDay(asOf)}
  WHERE ${join([sql`sp."parkId" = ${parkId}`, isOpenOn(asOf), ...narrowed], ' AND ')}`;

/** How many spaces of a park are in each state on a day. */
async function countStates(
  reads: Reads,
  parkId: number,
  { asOf, narrowed = [] }: SpaceFilter,
): Promise<StateCounts> {
  const rows = await rowsOf<{ state: SpaceState; n: number }>(
    reads,
    sql`SELECT "state", COUNT(*) AS "n" FROM (${spacesOf(parkId, { asOf, narrowed })}) AS "spaces" GROUP BY "state"`,
  );
  return byState((state) => rows.find((row) => row.state === state)?.n ?? 0);
}

const totalOf = (states: StateCounts): number => states.free + states.let + states['held-over'];

/** The spaces on one page, in order, and how many there are; beyond the last page, the last. */
async function pageOfSpaces(reads: Reads, parkId: number, filter: SpaceFilter) {
  const { state, page, by = byNumber } = filter;
  const states = await countStates(reads, parkId, filter);
  const all = totalOf(states);
  const total = state === null ? all : states[state];
  const last = Math.max(1, Math.ceil(total / spacesOnAPage));
  const skipped = (Math.min(page, last) - 1) * spacesOnAPage;
  const ofState = state === null ? nothing : sql`WHERE "state" = ${state}`;
  const rows = await rowsOf<{ id: number; state: SpaceState }>(
    reads,
    sql`SELECT "id", "state" FROM (${spacesOf(parkId, filter)}) AS "spaces" ${ofState}
      ORDER BY ${spaceOrder(by)} LIMIT ${spacesOnAPage} OFFSET ${skipped}`,
  );
  return {
    ids: rows.map(({ id }) => id),
    stateOf: new Map(rows.map((row) => [row.id, row.state])),
    states,
    all,
    total,
  };
}

/** Leases that hold on a day. */
const runningOn = (asOf: Day) => ({
  beganOn: { lte: asOf },
  OR: [{ endedOn: null }, { endedOn: { gt: asOf } }],
});

/** One page of a park's spaces on a day, each with its state and the leases that run then. */
export async function listSpaces(reads: Reads, parkId: number, filter: SpaceFilter) {
  const { ids, stateOf, states, all, total } = await pageOfSpaces(reads, parkId, filter);
  const found = await reads.space.findMany({
    where: { id: { in: ids } },
    include: {
      park: { select: { number: true } },
      earlier: changesAfter(filter.asOf),
      valuations: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
      tenancies: {
        where: runningOn(filter.asOf),
        select: {
          beganOn: true,
          termEndOn: true,
          area: true,
          venture: { select: { number: true, name: true } },
        },
        orderBy: [{ beganOn: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const spaceOf = new Map(found.map((space) => [space.id, asOnDay(space)]));
  const rows = ids.flatMap((id) => {
    const space = spaceOf.get(id);
    return space ? Object.assign(space, { state: stateOf.get(id) ?? 'free' }) : [];
  });
  return { rows, states, all, total };
}

/** How many there are. */
export async function countSpaces(
  reads: Reads,
  parkId: number,
  filter: SpaceFilter,
): Promise<number> {
  const states = await countStates(reads, parkId, filter);
  return filter.state === null ? totalOf(states) : states[filter.state];
}

export type SpaceRow = Awaited<ReturnType<typeof listSpaces>>['rows'][number];

/** The free spaces of a park as the public sees them: neither owner, address nor rent. */
export async function listFreeSpaces(reads: Reads, parkId: number, asOf: Day, page: number) {
  const { ids, total } = await pageOfSpaces(reads, parkId, { asOf, state: 'free', page });
  const rows = await reads.space.findMany({
    where: { id: { in: ids } },
    select: {
      number: true,
      name: true,
      kind: true,
      village: true,
      island: true,
      area: true,
      earlier: changesAfter(asOf),
    },
    orderBy: { number: 'asc' },
  });
  return { rows: rows.map(asOnDay), total };
}

/** A space of a park by its number, or null. */
export function findSpace(reads: Reads, parkId: number, number: string) {
  return reads.space.findFirst({ where: { parkId, number } });
}
export type SpaceFound = NonNullable<Awaited<ReturnType<typeof findSpace>>>;

/** What a space is worth, the earliest first, with who entered it. */
export async function valuationsOf(reads: Reads, spaceId: number) {
  const rows = await reads.spaceValuation.findMany({
    where: { spaceId },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  const ids = rows.flatMap(({ enteredById }) => (enteredById === null ? [] : [enteredById]));
  const accounts = await reads.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map(({ enteredById, ...row }) => ({
    fromOn: row.fromOn,
    fen: row.fen,
    source: row.source,
    enteredAt: row.enteredAt,
    by: enteredById === null ? null : (nameOf.get(enteredById) ?? null),
  }));
}

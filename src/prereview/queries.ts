import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { type FindingKind, findingKinds } from './find.js';
import { type FindingOrder, findingOrder } from './finding-columns.js';
import { andAlso, type Narrowing } from './narrowing.js';
import {
  type DatedKind,
  type DueGroup,
  isDated,
  isDatedFound,
  isInGroup,
  leaseOf,
} from './still-holds.js';
import { countUnclaimed, isOfVentures, isStillFound, unclaimedIds } from './unclaimed.js';

export const findingsOnAPage = 50;

/** The parks whose findings the viewer reads. */
export const parkIdsOf = async (reads: Reads, viewer: Viewer): Promise<number[]> =>
  (await reads.park.findMany({ where: parksInScope(viewer), select: { id: true } })).map(
    ({ id }) => id,
  );

/** How many findings of each kind there are in the viewer's parks. */
export async function countFindings(
  reads: Reads,
  viewer: Viewer,
  narrowing: Narrowing = [],
): Promise<Record<FindingKind, number>> {
  const parkIds = await parkIdsOf(reads, viewer);
  const rows = await rowsOf<{ kind: FindingKind; n: number }>(
    reads,
    sql`SELECT f."kind", COUNT(*) AS "n" FROM "PrereviewFinding" f
      WHERE ${isDatedFound(parkIds)}${andAlso(narrowing)} GROUP BY f."kind"`,
  );
  const countOf = new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
  for (const kind of findingKinds.filter(isOfVentures))
    countOf.set(kind, await countUnclaimed(reads, kind, parkIds, narrowing));
  return Object.fromEntries(findingKinds.map((kind) => [kind, countOf.get(kind) ?? 0])) as Record<
    FindingKind,
    number
  >;
}

export type PageAsked = { offset: number; narrowing: Narrowing; by: FindingOrder };

const include = { venture: { select: { number: true, name: true, phone: true } } } as const;

/** The findings of a page of ventures, those of each together, in the order of the page. */
async function ofVentures(
  reads: Reads,
  kind: FindingKind,
  parkIds: number[],
  { offset, narrowing, by }: PageAsked,
) {
  const limit = findingsOnAPage;
  const ids = await unclaimedIds(reads, kind, parkIds, { offset, limit, narrowing, by });
  const found = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT f."id" FROM "PrereviewFinding" f
      WHERE ${isStillFound(kind, parkIds, narrowing)} AND f."ventureId" IN ${listed(ids)}`,
  );
  const rows = await reads.prereviewFinding.findMany({
    where: { id: { in: found.map(({ id }) => Number(id)) } },
    include,
    orderBy: [{ fen: 'desc' }, { id: 'asc' }],
  });
  return ids.flatMap((id) => rows.filter(({ ventureId }) => ventureId === id));
}

/** How many ventures are in the viewer's parks: those that a night assesses. */
export async function countSettled(reads: Reads, viewer: Viewer): Promise<number> {
  const parkId = { in: await parkIdsOf(reads, viewer) };
  return reads.residency.count({ where: { parkId, endedOn: null } });
}

/** Findings of a kind; or what ran out or ends soon on a day, of all kinds together. */
type DueQuery = { due: DueGroup; on: Day };
type DatedQuery = { kind: DatedKind } | DueQuery;
export type FindingsQuery = { kind: FindingKind } | DueQuery;

/** The condition of findings that have a day, as `f`. */
const isAskedFor = (query: DatedQuery, parkIds: number[]) =>
  'due' in query
    ? sql`${isDatedFound(parkIds)} AND ${isInGroup(query.due, query.on)}`
    : isDatedFound(parkIds, [query.kind]);

/** How many findings there are in the viewer's parks: a venture that qualifies under several policies has one under each. */
export async function countRows(
  reads: Reads,
  viewer: Viewer,
  query: FindingsQuery,
  narrowing: Narrowing = [],
): Promise<number> {
  const parkIds = await parkIdsOf(reads, viewer);
  const isAsked =
    'kind' in query && !isDated(query.kind)
      ? isStillFound(query.kind, parkIds, narrowing)
      : sql`${isAskedFor(query as DatedQuery, parkIds)}${andAlso(narrowing)}`;
  const [row] = await rowsOf<{ n: number }>(
    reads,
    sql`SELECT COUNT(*) AS "n" FROM "PrereviewFinding" f WHERE ${isAsked}`,
  );
  return Number(row?.n ?? 0);
}

/** A page of what has a day. */
async function ofDays(
  reads: Reads,
  query: DatedQuery,
  parkIds: number[],
  { offset, narrowing, by }: PageAsked,
) {
  const found = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT f."id" FROM "PrereviewFinding" f JOIN "Venture" v ON v."id" = f."ventureId"
      WHERE ${isAskedFor(query, parkIds)}${andAlso(narrowing)}
      ORDER BY ${findingOrder(by, sql`f."id"`)} LIMIT ${findingsOnAPage} OFFSET ${offset}`,
  );
  const ids = found.map(({ id }) => Number(id));
  const rows = await reads.prereviewFinding.findMany({ where: { id: { in: ids } }, include });
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

function pageOf(reads: Reads, query: FindingsQuery & PageAsked, parkIds: number[]) {
  if ('due' in query) return ofDays(reads, query, parkIds, query);
  const { kind } = query;
  return isDated(kind)
    ? ofDays(reads, { kind }, parkIds, query)
    : ofVentures(reads, kind, parkIds, query);
}

/** A page of findings, in their order. */
export async function findFindings(reads: Reads, viewer: Viewer, query: FindingsQuery & PageAsked) {
  const parkIds = await parkIdsOf(reads, viewer);
  const findings = await pageOf(reads, query, parkIds);
  const personIds = findings.flatMap(({ personId }) => personId ?? []);
  const people = await reads.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true, phone: true },
  });
  const parks = await reads.park.findMany({
    where: { id: { in: findings.map(({ parkId }) => parkId) } },
  });
  const leases = await rowsOf<{ id: number; tenancyId: number | null }>(
    reads,
    sql`SELECT f."id", ${leaseOf} AS "tenancyId" FROM "PrereviewFinding" f
      WHERE f."id" IN ${listed(findings.map(({ id }) => id))}`,
  );
  const leaseIdOf = new Map(leases.map(({ id, tenancyId }) => [Number(id), tenancyId]));
  return { findings, people, parks, leaseIdOf };
}
export type FoundPage = Awaited<ReturnType<typeof findFindings>>;

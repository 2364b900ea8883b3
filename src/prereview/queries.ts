import type { Reads } from '../database/database.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { type FindingKind, findingKinds } from './find.js';
import { countUnclaimed, isOfVentures, unclaimedIds } from './unclaimed.js';

export const findingsOnAPage = 50;

/** The parks whose findings the viewer reads. */
const parkIdsOf = async (reads: Reads, viewer: Viewer): Promise<number[]> =>
  (await reads.park.findMany({ where: parksInScope(viewer), select: { id: true } })).map(
    ({ id }) => id,
  );

/** How many findings of each kind there are in the viewer's parks. */
export async function countFindings(
  reads: Reads,
  viewer: Viewer,
): Promise<Record<FindingKind, number>> {
  const parkIds = await parkIdsOf(reads, viewer);
  const rows = await reads.prereviewFinding.groupBy({
    by: ['kind'],
    where: { parkId: { in: parkIds } },
    _count: true,
  });
  const countOf = new Map(rows.map(({ kind, _count }) => [kind, _count]));
  for (const kind of findingKinds.filter(isOfVentures))
    countOf.set(kind, await countUnclaimed(reads, kind, parkIds));
  return Object.fromEntries(findingKinds.map((kind) => [kind, countOf.get(kind) ?? 0])) as Record<
    FindingKind,
    number
  >;
}

const include = { venture: { select: { number: true, name: true } } } as const;

/** The findings of a page of ventures, those of each together, in the order of the page. */
async function ofVentures(reads: Reads, kind: FindingKind, parkIds: number[], offset: number) {
  const ids = await unclaimedIds(reads, kind, parkIds, { offset, limit: findingsOnAPage });
  const rows = await reads.prereviewFinding.findMany({
    where: { kind, ventureId: { in: ids } },
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

/** A page of findings, what is due first first, then what is worth most. */
export async function findFindings(
  reads: Reads,
  viewer: Viewer,
  { kind, offset }: { kind: FindingKind; offset: number },
) {
  const parkIds = await parkIdsOf(reads, viewer);
  const findings = isOfVentures(kind)
    ? await ofVentures(reads, kind, parkIds, offset)
    : await reads.prereviewFinding.findMany({
        where: { kind, parkId: { in: parkIds } },
        include,
        orderBy: [{ dueOn: 'asc' }, { fen: 'desc' }, { id: 'asc' }],
        skip: offset,
        take: findingsOnAPage,
      });
  const personIds = findings.flatMap(({ personId }) => personId ?? []);
  const people = await reads.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true, number: true },
  });
  const parks = await reads.park.findMany({
    where: { id: { in: findings.map(({ parkId }) => parkId) } },
  });
  return { findings, people, parks };
}
export type FoundPage = Awaited<ReturnType<typeof findFindings>>;

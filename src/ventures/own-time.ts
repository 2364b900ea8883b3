import { type Day, endOfMonth, type Month } from '../calendar/days.js';
import type { Prisma } from '../database/generated/client.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkId, parkIdOn, type Whereabouts } from '../people/whereabouts.js';

/**
 * The parks to whose own time the viewer is bound; null for who is bound to none. A park keeps what lies in the time
 * that a venture was in it, and reads nothing of later. The park that the venture is in, or was in last, keeps its
 * records and reads all of them.
 */
export const boundParkIds = (viewer: Viewer): number[] | null =>
  viewer.role === 'park-manager' || viewer.role === 'county-reviewer' ? viewer.parkIds : null;

/** Whether the viewer, who sees the venture, reads all of its records, or only those of a park that it has left. */
export function readsWhole(viewer: Viewer, venture: Whereabouts): boolean {
  const parkIds = boundParkIds(viewer);
  return parkIds === null || parkIds.includes(homeParkId(venture));
}

/** Whether the viewer reads a record of one park: a residency, a tenancy of its space. */
export const readsOfPark = (viewer: Viewer, venture: Whereabouts, parkId: number): boolean =>
  readsWhole(viewer, venture) || viewer.parkIds.includes(parkId);

/**
 * The residencies that the viewer reads of: of a venture that left, those in its own parks; one that never came to
 * the park that logged it is read of as far as where it went.
 */
export function staysRead<Stay extends Whereabouts['residencies'][number]>(
  viewer: Viewer,
  venture: { loggedParkId: number; residencies: Stay[] },
): Stay[] {
  if (readsWhole(viewer, venture)) return venture.residencies;
  const own = venture.residencies.filter(({ parkId }) => viewer.parkIds.includes(parkId));
  return own.length > 0 ? own : venture.residencies;
}

/** Whether the viewer reads the headcount of a month: it belongs to the park at the month's end. */
export function readsMonth(viewer: Viewer, venture: Whereabouts, month: Month): boolean {
  if (readsWhole(viewer, venture)) return true;
  const parkId = parkIdOn(venture, endOfMonth(month));
  return parkId !== null && viewer.parkIds.includes(parkId);
}

/** Whether the viewer reads what goes on from a day to a day: who is in the venture, say. */
export function readsPeriod(
  viewer: Viewer,
  venture: Whereabouts,
  { beganOn, endedOn }: { beganOn: Day; endedOn: Day | null },
): boolean {
  if (readsWhole(viewer, venture)) return true;
  const own = venture.residencies.filter(({ parkId }) => viewer.parkIds.includes(parkId));
  // A park that only logged the venture had it until its first residency.
  const first = venture.residencies.map((stay) => stay.beganOn).sort()[0] ?? null;
  const stays = own.length > 0 ? own : [{ beganOn: '', endedOn: first }];
  return stays.some(
    (stay) =>
      (stay.endedOn === null || beganOn < stay.endedOn) &&
      (endedOn === null || endedOn > stay.beganOn),
  );
}

/** Of a venture that the viewer sees, the visits that it reads of: those by its own parks. */
export function visitsOfOwnTime(viewer: Viewer, venture: Whereabouts): Prisma.VisitWhereInput {
  return readsWhole(viewer, venture) ? {} : { parkId: { in: viewer.parkIds } };
}

/** `readsWhole` of the venture of an id, in SQL. */
export function readsWholeSql(viewer: Viewer, ventureId: Sql): Sql {
  const parkIds = boundParkIds(viewer);
  if (parkIds === null) return sql`TRUE`;
  if (parkIds.length === 0) return sql`FALSE`;
  const own = sql`(${join(parkIds)})`;
  return sql`COALESCE(
    (SELECT "parkId" FROM "Residency" WHERE "ventureId" = ${ventureId} ORDER BY "beganOn" DESC LIMIT 1),
    (SELECT "loggedParkId" FROM "Venture" WHERE "id" = ${ventureId})) IN ${own}`;
}

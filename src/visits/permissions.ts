import type { Prisma } from '../database/generated/client.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { parksInScope, sightOf } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { canLogVentures, canWriteInPark } from '../ventures/permissions.js';

/** Who reads what was done for ventures, with what was noted: the register's staff, nobody outside it. */
export const canSeeVisits = (viewer: Viewer): boolean => canReadTotals(viewer);

/** Who has parks to log visits in. */
export const canLogVisits = (viewer: Viewer): boolean => canLogVentures(viewer);

/** A visit is written where its park's records are. */
export const canWriteVisit = (viewer: Viewer, { parkId }: { parkId: number }): boolean =>
  canWriteInPark(viewer, parkId);

/** Whether the viewer sees the park of a visit. */
export function canReadVisit(viewer: Viewer, { parkId }: { parkId: number }): boolean {
  const sight = sightOf(viewer);
  if (sight === 'nothing' || !canSeeVisits(viewer)) return false;
  return sight === 'all' || ('parkIds' in sight && sight.parkIds.includes(parkId));
}

/** The visits that the viewer sees: those of the parks in scope. */
export const visitsInScope = (viewer: Viewer): Prisma.VisitWhereInput => ({
  park: parksInScope(viewer),
});

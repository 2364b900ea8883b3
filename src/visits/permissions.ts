import type { Prisma } from '../database/generated/client.js';
import { canReadTotals, widestScope } from '../ledger/seen-scope.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { canLogVentures, canWriteInPark } from '../ventures/permissions.js';

/** Who reads what was done for ventures, with what was noted: the register's staff, nobody outside it. */
export const canSeeVisits = (viewer: Viewer): boolean => canReadTotals(viewer);

/** Who has parks to log visits in. */
export const canLogVisits = (viewer: Viewer): boolean => canLogVentures(viewer);

/** A visit is written where its park's records are. */
export const canWriteVisit = (viewer: Viewer, { parkId }: { parkId: number }): boolean =>
  canWriteInPark(viewer, parkId);

/** Whether the viewer sees the park of a visit; the same as `visitsInScope`. */
export const canReadVisit = (viewer: Viewer, { parkId }: { parkId: number }): boolean =>
  canSeeVisits(viewer) && (widestScope(viewer) === 'network' || viewer.parkIds.includes(parkId));

/** The visits that the viewer sees: those of the parks in scope. */
export const visitsInScope = (viewer: Viewer): Prisma.VisitWhereInput => ({
  park: parksInScope(viewer),
});

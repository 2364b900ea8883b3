import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

/** The spaces of a park that nobody holds, by number. */
export function freeSpaces(reads: Reads, parkId: number) {
  return reads.space.findMany({
    where: { parkId, closedOn: null, tenancies: { none: { endedOn: null } } },
    include: { valuations: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] } },
    orderBy: { number: 'asc' },
  });
}

const withBoth = {
  space: true,
  venture: { include: { residencies: { include: { park: true }, orderBy: { beganOn: 'desc' } } } },
} as const satisfies Prisma.TenancyInclude;

/** A tenancy with its space and its venture, or null where the viewer does not see the venture. */
export function findTenancy(reads: Reads, viewer: Viewer, id: number) {
  return reads.tenancy.findFirst({
    where: { AND: [{ venture: venturesInScope(viewer) }, { id }] },
    include: withBoth,
  });
}

import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

/** The spaces of a park that are in use, by number, each with its leases that have not ended by a day. */
export function spacesToLet(reads: Reads, parkId: number, day: Day) {
  return reads.space.findMany({
    where: { parkId, closedOn: null },
    include: {
      valuations: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
      tenancies: {
        where: { voidedAt: null, OR: [{ endedOn: null }, { endedOn: { gt: day } }] },
        orderBy: { beganOn: 'asc' },
      },
    },
    orderBy: { number: 'asc' },
  });
}
export type SpaceToLet = Awaited<ReturnType<typeof spacesToLet>>[number];

const withBoth = {
  steps: { orderBy: { fromOn: 'asc' } },
  space: { include: { earlier: { orderBy: { changedOn: 'asc' } } } },
  venture: { include: { residencies: { include: { park: true }, orderBy: { beganOn: 'desc' } } } },
} as const satisfies Prisma.TenancyInclude;

/** A tenancy with its space and its venture, or null where the viewer does not see the venture. */
export function findTenancy(reads: Reads, viewer: Viewer, id: number) {
  return reads.tenancy.findFirst({
    where: { AND: [{ venture: venturesInScope(viewer) }, { id }] },
    include: withBoth,
  });
}
export type TenancyFound = NonNullable<Awaited<ReturnType<typeof findTenancy>>>;

import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { parksInScope, venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const withRecords = {
  residencies: {
    include: { park: { include: { region: true } } },
    orderBy: { beganOn: 'desc' },
  },
  roles: {
    include: { person: { include: { categories: true } } },
    orderBy: [{ beganOn: 'asc' }, { id: 'asc' }],
  },
  tenancies: { include: { space: true }, orderBy: [{ beganOn: 'desc' }, { id: 'desc' }] },
  returns: { orderBy: { month: 'asc' } },
} as const satisfies Prisma.VentureInclude;

/** A venture with all that its page shows; the newest residency and tenancy first. */
export type VentureWithRecords = Prisma.VentureGetPayload<{ include: typeof withRecords }>;

/** Of the parks that a venture was in: the ids of those that the viewer sees. */
export async function parksSeen(
  reads: Reads,
  viewer: Viewer,
  { id }: { id: number },
): Promise<number[]> {
  const wasIn = { residencies: { some: { ventureId: id } } };
  const where = { AND: [wasIn, parksInScope(viewer)] };
  const parks = await reads.park.findMany({ where, select: { id: true } });
  return parks.map((park) => park.id);
}

/** The venture with a public number and its records, or null where the viewer does not see it. */
export function findVentureRecords(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<VentureWithRecords | null> {
  return reads.venture.findFirst({
    where: { AND: [venturesInScope(viewer), { number }] },
    include: withRecords,
  });
}

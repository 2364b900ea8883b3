import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const withStays = {
  residencies: { include: { park: true }, orderBy: { beganOn: 'desc' } },
} as const satisfies Prisma.VentureInclude;

/** A venture with its residencies, the newest first. */
export type VentureWithStays = Prisma.VentureGetPayload<{ include: typeof withStays }>;

/** The venture with a public number, or null where the viewer does not see it. */
export function findVenture(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<VentureWithStays | null> {
  return reads.venture.findFirst({
    where: { AND: [venturesInScope(viewer), { number }] },
    include: withStays,
  });
}

import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { venturesInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { pairsOnAPage } from './likely-doubles.js';

const include = {
  first: { include: { residencies: true } },
  second: { include: { residencies: true } },
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.VenturePairInclude;

/** Two ventures that somebody told apart, with who did it, when and why. */
export type Distinction = Prisma.VenturePairGetPayload<{ include: typeof include }>;

/** Those that were told apart and not taken back, of which the viewer sees both; the newest first. */
export async function distinctions(
  reads: Reads,
  viewer: Viewer,
  offset: number,
): Promise<{ pairs: Distinction[]; total: number }> {
  const seen = venturesInScope(viewer);
  const where = { AND: [{ withdrawnAt: null }, { first: seen }, { second: seen }] };
  const pairs = await reads.venturePair.findMany({
    where,
    include,
    orderBy: { id: 'desc' },
    skip: offset,
    take: pairsOnAPage,
  });
  return { pairs, total: await reads.venturePair.count({ where }) };
}

/** The pair of an id, or null where the viewer does not see both. */
export const findDistinction = (
  reads: Reads,
  viewer: Viewer,
  id: number,
): Promise<Distinction | null> => {
  const seen = venturesInScope(viewer);
  return reads.venturePair.findFirst({
    where: { AND: [{ id }, { first: seen }, { second: seen }] },
    include,
  });
};

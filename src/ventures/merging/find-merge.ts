import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { recordedVenturesInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import type { Whereabouts } from '../../people/whereabouts.js';
import type { Records } from './stored-records.js';

/** What is read with a merge. */
export const withBoth = {
  loser: { include: { residencies: true } },
  survivor: { include: { residencies: true } },
  mergedBy: { select: { name: true } },
} as const satisfies Prisma.VentureMergeInclude;

/** A merge with the record that went and the one that it went into. */
export type MergeFound = Prisma.VentureMergeGetPayload<{ include: typeof withBoth }>;

/**
 * The newest merge of the venture with a number into another, undone or not; null where the viewer sees neither. Who sees
 * the record that it went into sees it too.
 */
export const findMerge = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<MergeFound | null> => {
  const seen = recordedVenturesInScope(viewer);
  return reads.ventureMerge.findFirst({
    where: { AND: [{ loser: { number } }, { OR: [{ loser: seen }, { survivor: seen }] }] },
    include: withBoth,
    orderBy: { id: 'desc' },
  });
};

/** Where both records were before they were merged. */
export function whereaboutsBefore({ before, loser, survivor }: MergeFound): Whereabouts[] {
  const { Residency } = before as unknown as Records;
  return [loser, survivor].map(({ id, loggedParkId }) => ({
    loggedParkId,
    residencies: Residency.filter(({ ventureId }) => ventureId === id),
  }));
}

import type { Reads } from '../../database/database.js';

/** The application form that the founder has signed: sent since the case was begun, so that it speaks of this one. */
export const signedFormOf = (
  reads: Reads,
  { personId, begunAt }: { personId: number; begunAt: Date },
): Promise<{ id: number; name: string } | null> =>
  reads.proofFile.findFirst({
    where: { personId, item: 'application-form', removedAt: null, uploadedAt: { gte: begunAt } },
    orderBy: { id: 'desc' },
    select: { id: true, name: true },
  });

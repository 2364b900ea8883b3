import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';

/**
 * Marks files as removed, and forgets their names and hashes.
 * @returns what they were stored as, to be deleted once this is committed
 */
export async function markRemoved(
  tx: Tx,
  by: Actor,
  where: Prisma.ProofFileWhereInput,
): Promise<string[]> {
  const current = { AND: [where, { removedAt: null }] };
  const files = await tx.proofFile.findMany({ where: current, select: { storedAs: true } });
  await tx.proofFile.updateMany({
    where: current,
    data: {
      name: '',
      sha256: '',
      sealedSha256: null,
      removedAt: by.at,
      removedById: by.accountId,
    },
  });
  return files.map(({ storedAs }) => storedAs);
}

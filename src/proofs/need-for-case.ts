import type { Tx } from '../database/database.js';

/** Marks a person's number and files as needed by a decided case: a withdrawal of consent then leaves them. */
export async function needForCase(
  tx: Tx,
  { personId, proofIds, caseNumber }: { personId: number; proofIds: number[]; caseNumber: string },
): Promise<void> {
  const neededFor = caseNumber;
  await tx.identity.updateMany({ where: { personId, neededFor: null }, data: { neededFor } });
  await tx.proofFile.updateMany({
    where: { personId, id: { in: proofIds }, removedAt: null, neededFor: null },
    data: { neededFor },
  });
}

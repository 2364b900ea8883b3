import type { Reads, Tx } from '../database/database.js';
import type { Viewer } from './viewer.js';

/** Writes down that an account signs in; when it did so last becomes the time before. */
export async function noteSignIn(tx: Tx, accountId: number, at: Date): Promise<void> {
  const last = await tx.lastSignIn.findUnique({ where: { accountId } });
  const previousAt = last?.at ?? null;
  await tx.lastSignIn.upsert({
    where: { accountId },
    create: { accountId, at, previousAt },
    update: { at, previousAt },
  });
}

/** When the viewer was here before this sign-in; null for the first time. */
export async function lastHere(reads: Reads, { accountId }: Viewer): Promise<Date | null> {
  const row = await reads.lastSignIn.findUnique({ where: { accountId } });
  return row?.previousAt ?? null;
}

import type { Tx } from '../../../src/database/database.js';

/** A case as the next verb has to see it. */
export const seenCase = (tx: Tx, number: string) =>
  tx.waiverApplication.findUniqueOrThrow({
    where: { number },
    select: { id: true, version: true },
  });

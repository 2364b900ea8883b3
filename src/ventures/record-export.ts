import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';

/** Records who took which ventures out of the system, before the first row goes. */
export async function recordExport(
  tx: Tx,
  by: Actor,
  taken: { format: string; rows: number; filter: Prisma.InputJsonObject },
): Promise<void> {
  await recordEvent(tx, by, {
    verb: 'ventures.exported',
    subjectKind: 'export',
    subjectId: 0,
    detail: taken,
  });
}

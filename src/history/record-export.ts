import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from './actor.js';
import { recordEvent } from './record.js';

/** Records who took which history out of the system, before the first row goes. */
export const recordExport = (
  tx: Tx,
  by: Actor,
  taken: { format: string; filter: Prisma.InputJsonObject },
): Promise<void> =>
  recordEvent(tx, by, {
    verb: 'history.exported',
    subjectKind: 'export',
    subjectId: 0,
    detail: taken,
  });

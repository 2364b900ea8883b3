import type { Db } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';

/** Notes that the viewer has read one message, or all: the first time counts. Only the own can be. */
export async function readMessages(
  db: Db,
  { accountId }: Viewer,
  { id, at }: { id?: number; at: Date },
): Promise<void> {
  await db.outboxMessage.updateMany({
    where: { accountId, readAt: null, ...(id === undefined ? {} : { id }) },
    data: { readAt: at },
  });
}

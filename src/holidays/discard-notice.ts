import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { canEnterNotices } from './permissions.js';

/**
 * Discards an entry that waits, so that it can be entered anew; who entered it may, too.
 * @throws Forbidden but for the bureau; Conflict when it was confirmed or discarded before
 */
export async function discardNotice(tx: Tx, by: Actor, { id }: { id: number }): Promise<void> {
  const viewer = await actingAccount(tx, by);
  allow(canEnterNotices(viewer));
  const notice = await tx.holidayNotice.findUniqueOrThrow({ where: { id } });
  if (notice.confirmedAt !== null || notice.discardedAt !== null)
    throw new Conflict('record.changed-meanwhile');
  await tx.holidayNotice.update({
    where: { id },
    data: { discardedAt: by.at, discardedById: viewer.accountId },
  });
  recordEvent(tx, by, {
    verb: 'holiday-notice.discarded',
    subjectKind: 'holiday-notice',
    subjectId: id,
    detail: { year: notice.year, edition: notice.edition },
  });
}

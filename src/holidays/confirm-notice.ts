import { today } from '../calendar/days.js';
import { currentCalendar, restateCalendar } from '../calendar/stored-calendar.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { findRedated, redateCases } from '../waivers/redate-cases.js';
import { allow } from '../web/errors.js';
import { canEnterNotices } from './permissions.js';

/**
 * Confirms a notice that a colleague entered: from now on days are counted by it, and the days of open cases are set
 * right in the same transaction.
 * @returns how many cases have other days now
 * @throws Forbidden but for the bureau; Refusal for who entered it; Conflict when it was confirmed or discarded before
 */
export async function confirmNotice(tx: Tx, by: Actor, { id }: { id: number }): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canEnterNotices(viewer));
  const notice = await tx.holidayNotice.findUniqueOrThrow({ where: { id } });
  if (notice.confirmedAt !== null || notice.discardedAt !== null)
    throw new Conflict('record.changed-meanwhile');
  refuseIf([notice.enteredById === viewer.accountId && { field: '', key: 'holidays.fault.own' }]);
  const before = await currentCalendar(tx);
  await tx.holidayNotice.update({
    where: { id },
    data: { confirmedAt: by.at, confirmedById: viewer.accountId },
  });
  const now = await restateCalendar(tx);
  const cases = await findRedated(tx, { before, now, on: today(by.at) });
  await redateCases(tx, by, now, cases);
  recordEvent(tx, by, {
    verb: 'holiday-notice.confirmed',
    subjectKind: 'holiday-notice',
    subjectId: id,
    detail: { year: notice.year, edition: notice.edition, cases: cases.length },
  });
  return cases.length;
}

import { addDays, type Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { faultsOfNotice } from './faults-of-notice.js';
import type { Holiday } from './holidays.js';
import { canEnterNotices } from './permissions.js';

/** A holiday's days off, the first and the last. */
export type Spell = { holiday: Holiday; from: Day; to: Day };

/** The State Council's notice of a year, as it is entered: all seven holidays, and the weekend days that are worked. */
export type Notice = {
  year: number;
  /** 文号; blank where only the link is known. */
  documentNumber: string;
  link: string;
  issuedOn: Day;
  holidays: Spell[];
  worked: Day[];
};

/**
 * Enters the notice of a year's days off and days worked (部分节假日安排的通知). Nothing is counted by it before another
 * member of the bureau confirms it. For a year that has one it is a correction, a new edition.
 * @returns its id
 * @throws Forbidden but for the bureau; Refusal for what cannot be right; Conflict while another entry of the year waits
 */
export async function enterNotice(tx: Tx, by: Actor, notice: Notice): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canEnterNotices(viewer));
  refuseIf(faultsOfNotice(notice, by.at));
  const { year, documentNumber, link, issuedOn } = notice;
  const earlier = await tx.holidayNotice.findMany({ where: { year }, orderBy: { edition: 'asc' } });
  if (earlier.some(({ confirmedAt, discardedAt }) => confirmedAt === null && discardedAt === null))
    throw new Conflict('holidays.waiting-already', { year: String(year) });
  const edition = (earlier.at(-1)?.edition ?? 0) + 1;
  const { id } = await tx.holidayNotice.create({
    data: {
      year,
      edition,
      documentNumber,
      link,
      issuedOn,
      enteredAt: by.at,
      enteredById: viewer.accountId,
    },
  });
  await insertRows(tx, 'HolidayDay', rowsOfNotice(notice, id));
  recordEvent(tx, by, {
    verb: 'holiday-notice.entered',
    subjectKind: 'holiday-notice',
    subjectId: id,
    detail: { year, edition, documentNumber },
  });
  return id;
}

/** A day that two holidays share is stored once, with the first of them. */
function rowsOfNotice({ holidays, worked }: Notice, noticeId: number) {
  const off = new Map<Day, Holiday>();
  for (const { holiday, from, to } of holidays)
    for (let day = from; day <= to; day = addDays(day, 1)) if (!off.has(day)) off.set(day, holiday);
  return [
    ...[...off].map(([day, holiday]) => ({ noticeId, day, kind: 'off', holiday: String(holiday) })),
    ...worked.map((day) => ({ noticeId, day, kind: 'worked', holiday: '' })),
  ];
}

import { addDays } from '../../../src/calendar/days.js';
import { addWorkingDays } from '../../../src/calendar/working-days.js';
import { untilOf } from '../../../src/waivers/announce-move.js';
import { outcomeOf } from '../../../src/waivers/outcome.js';
import { knownCalendar } from '../../calendar/known-calendar.js';
import type { Connection } from './connection.js';
import { assessed, findCase } from './waiver-case.js';
import { accept, answered, type By, event } from './writes.js';

/** Approves a case as its rules say, by the inserts that it takes. @returns the address of the case */
export async function determine(
  tx: Connection,
  by: By,
  form: URLSearchParams,
  number: string,
): Promise<string> {
  const before = await answered(tx, by, form);
  if (before) return before;
  const one = await findCase(tx, number);
  if (!one) throw new Error(`there is no case ${number}`);
  const judged = await tx.one(
    `SELECT COUNT(*) AS count FROM WaiverStep WHERE applicationId = ? AND byId = ?`,
    one.id,
    by.accountId,
  );
  const { facts, version, assessment } = await assessed(tx, one);
  const { notice, deliver } = version.rules.limits;
  const last = addWorkingDays(knownCalendar, by.today, notice);
  const isOpen = one.state === 'bureau-review' && one.version === Number(form.get('version'));
  if (Number(judged?.count) > 0 || !isOpen || !assessment.eligible)
    throw new Error('the floor approves what can be approved');
  await tx.run(
    `INSERT INTO WaiverStep (applicationId, at, byId, move, fromState, toState, reason, note, inside, facts, outcome)
     VALUES (?, ?, ?, 'approve', 'bureau-review', 'notice', 'as-assessed', '', '', ?, ?)`,
    ...[one.id, by.at, by.accountId],
    ...[JSON.stringify(facts), JSON.stringify(outcomeOf('grant', assessment))],
  );
  await tx.run(
    `UPDATE WaiverApplication SET state = 'notice', stateSince = ?, claimedById = NULL, claimedAt = NULL,
       noticeFrom = ?, noticeTo = ?, dueOn = ?, determineBy = NULL, version = version + 1 WHERE id = ?`,
    ...[by.at, by.today, addDays(last, 1), addWorkingDays(knownCalendar, last, deliver), one.id],
  );
  const subject = ['application.approve', 'application', one.id, one.ventureId] as const;
  await event(tx, by, [...subject, Number(one.parkId), { number, why: 'as-assessed' }]);
  const told = { number, until: untilOf(addDays(last, 1), knownCalendar) };
  await tx.run(
    `INSERT INTO OutboxMessage (accountId, personId, "key", "values", href, lang, createdAt, createdById, nextTryAt)
     VALUES ((SELECT id FROM Account WHERE personId = ?1), ?1, 'waivers.message.approve', ?2, ?3, 'zh', ?4, ?5, ?4)`,
    ...[one.personId, JSON.stringify(told), `/waivers/${number}`, by.at, by.accountId],
  );
  return accept(tx, by, form, `/waivers/${number}`);
}

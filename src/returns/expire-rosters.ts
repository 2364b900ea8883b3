import { randomBytes } from 'node:crypto';
import { addMonths, type Day, endOfMonth, type Month, monthOf, today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { monthNumber } from './close-month.js';
import { type ReturnRules, readRules } from './return-rules.js';

/** Who stood in several rosters keeps a mark instead of a hash; it was made with no key. */
export const noKey = '';

/** The last day on which the people in a month's rosters are kept: whole years after the month's end. */
export const rostersKeptUntil = (month: Month, { rosterYears }: ReturnRules): Day =>
  endOfMonth(addMonths(month, rosterYears * 12));

/** Whether the rosters of a month are kept no more. */
export const areRostersExpired = (month: Month, rules: ReturnRules, now: Day): boolean =>
  rostersKeptUntil(month, rules) < now;

/**
 * Deletes the people in rosters that have been kept for as long as was promised: hash, family name and the ends of the
 * number. How many each roster had stays, and that somebody, nobody knows who, stood in two of them: so that the
 * month's headcounts, gross and net, are the same afterwards. @returns how many people were deleted
 */
export async function expireRosters(db: Db, at: Date): Promise<number> {
  const rules = await readRules(db);
  const old = await db.roster.groupBy({
    by: ['month'],
    where: {
      month: { lte: addMonths(monthOf(today(at)), -rules.rosterYears * 12) },
      persons: { some: { lookupKeyId: { not: noKey } } },
    },
    orderBy: { month: 'asc' },
  });
  let deleted = 0;
  for (const { month } of old) {
    if (!areRostersExpired(month, rules, today(at))) continue;
    deleted += await transact(db, (tx) => expireMonth(tx, { accountId: null, at }, month));
  }
  return deleted;
}

async function expireMonth(tx: Tx, by: Actor, month: Month): Promise<number> {
  const of = { roster: { month }, lookupKeyId: { not: noKey } };
  const shared = await tx.$queryRaw<{ rosterId: number; lookup: string }[]>`
    SELECT p."rosterId", p."lookup" FROM "RosterPerson" p JOIN "Roster" r ON r."id" = p."rosterId"
    WHERE r."month" = ${month} AND p."lookupKeyId" <> ${noKey} AND p."lookup" IN (
      SELECT q."lookup" FROM "RosterPerson" q JOIN "Roster" s ON s."id" = q."rosterId"
      WHERE s."month" = ${month} GROUP BY q."lookup" HAVING COUNT(*) > 1)`;
  const [counted] = await tx.$queryRaw<{ people: number }[]>`
    SELECT COUNT(DISTINCT p."lookup") AS "people" FROM "RosterPerson" p
    JOIN "Roster" r ON r."id" = p."rosterId"
    WHERE r."month" = ${month} AND p."lookupKeyId" <> ${noKey}`;
  const people = Number(counted?.people ?? 0);
  await tx.rosterPerson.deleteMany({ where: of });
  const marks = new Map<string, string>();
  const markOf = (lookup: string) => {
    const mark = marks.get(lookup) ?? randomBytes(32).toString('hex');
    marks.set(lookup, mark);
    return mark;
  };
  await insertRows(
    tx,
    'RosterPerson',
    shared.map(({ rosterId, lookup }) => ({
      rosterId: Number(rosterId),
      lookup: markOf(lookup),
      lookupKeyId: noKey,
      nameMasked: '',
      masked: '**',
    })),
  );
  recordEvent(tx, by, {
    verb: 'month.rosters-expired',
    subjectKind: 'month',
    subjectId: monthNumber(month),
    detail: { month, people },
  });
  return people;
}

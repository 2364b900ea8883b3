import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Waiver } from '../database/generated/client.js';
import { sql } from '../database/sql.js';
import { Facts } from '../policies/facts.js';
import { rulesOfText } from '../policies/parsed-rules.js';
import { scheduleOf } from '../policies/schedule.js';
import type { TakenMonth } from '../ventures/taken-back.js';
import type { MonthAmount } from './waiver-months.js';

/** What is waived now in each month of a waiver, and what would be left if it ended on a day; only months that differ. */
export async function monthsTaken(
  reads: Reads,
  waiver: Waiver,
  endedOn: Day,
): Promise<TakenMonth[]> {
  const current = await reads.waiverMonth.findMany({
    where: { waiverId: waiver.id, reversesId: null, reversedBy: null },
    orderBy: { month: 'asc' },
  });
  const left = new Map(
    (await monthsUntil(reads, waiver, endedOn)).map(({ month, fen }) => [month, fen]),
  );
  return current
    .map(({ month, fen }) => ({ month, was: fen, left: left.get(month) ?? 0 }))
    .filter(({ was, left }) => was !== left);
}

/** What would be taken back of a waiver that ends on a day, by calendar month, in fen. */
export async function takenBack(
  reads: Reads,
  waiver: Waiver,
  endedOn: Day,
): Promise<MonthAmount[]> {
  const months = await monthsTaken(reads, waiver, endedOn);
  return months.map(({ month, was, left }) => ({ month, fen: was - left }));
}

/** The schedule of a waiver up to, not including, a day; under the version that it pins. */
export async function monthsUntil(reads: Reads, waiver: Waiver, until: Day) {
  if (until <= waiver.beganOn) return [];
  const [version] = await rowsOf<{ rules: string }>(
    reads,
    sql`SELECT "rules" FROM "PolicyVersion" WHERE "id" = ${waiver.policyVersionId}`,
  );
  if (!version) throw new Error(`there is no version ${waiver.policyVersionId} of a policy`);
  const facts = Facts.parse(waiver.facts);
  const period = { from: waiver.beganOn, to: until };
  return scheduleOf(rulesOfText(version.rules), { ...facts, period }).lines;
}

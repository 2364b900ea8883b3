import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Waiver } from '../database/generated/client.js';
import { Facts } from '../policies/facts.js';
import { PolicyRules } from '../policies/rules.js';
import { scheduleOf } from '../policies/schedule.js';
import type { MonthAmount } from './waiver-months.js';

/** What would be taken back of a waiver that ends on a day, by calendar month, in fen. */
export async function takenBack(
  reads: Reads,
  waiver: Waiver,
  endedOn: Day,
): Promise<MonthAmount[]> {
  const standing = await reads.waiverMonth.findMany({
    where: { waiverId: waiver.id, reversesId: null, reversedBy: null },
    orderBy: { month: 'asc' },
  });
  const left = new Map(
    (await monthsUntil(reads, waiver, endedOn)).map(({ month, fen }) => [month, fen]),
  );
  return standing
    .map(({ month, fen }) => ({ month, fen: fen - (left.get(month) ?? 0) }))
    .filter(({ fen }) => fen !== 0);
}

/** The schedule of a waiver up to, not including, a day; under the version that it pins. */
export async function monthsUntil(reads: Reads, waiver: Waiver, until: Day) {
  if (until <= waiver.beganOn) return [];
  const version = await reads.policyVersion.findUniqueOrThrow({
    where: { id: waiver.policyVersionId },
  });
  const facts = Facts.parse(waiver.facts);
  const period = { from: waiver.beganOn, to: until };
  return scheduleOf(PolicyRules.parse(version.rules), { ...facts, period }).lines;
}

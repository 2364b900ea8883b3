import { z } from 'zod';
import { addMonths, type Day, type Month } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { Viewer } from '../people/viewer.js';

/** What the bureau sets for monthly returns. */
export type ReturnRules = {
  /** The day of the next month by which a return is due, 1 to 28. */
  dueDay: number;
  /** By which day those of earlier months were due, each up to and with a month, the earliest first. */
  earlierDueDays: readonly { through: Month; dueDay: number }[];
  /** From how many days before it parks are reminded. */
  remindDays: number;
  /** A venture's headcount that differs from the month before by more than both is asked about. */
  ventureJumpPeople: number;
  ventureJumpPercent: number;
  /** The same for the sum of a park. */
  parkJumpPercent: number;
  /** For how many years after a month the people in its rosters are kept: at most the three of the consent. */
  rosterYears: number;
};

/** What the form of the rules says. */
export type TypedRules = Omit<ReturnRules, 'earlierDueDays'>;

const defaults: ReturnRules = {
  dueDay: 8,
  earlierDueDays: [],
  remindDays: 7,
  ventureJumpPeople: 5,
  ventureJumpPercent: 30,
  parkJumpPercent: 15,
  rosterYears: 3,
};

const key = 'returns.rules';
const Stored = z.object({
  dueDay: z.number(),
  earlierDueDays: z.array(z.object({ through: z.string(), dueDay: z.number() })).default([]),
  remindDays: z.number(),
  ventureJumpPeople: z.number(),
  ventureJumpPercent: z.number(),
  parkJumpPercent: z.number(),
  rosterYears: z.number().default(defaults.rosterYears),
});

/** The rules as they stand, and the text by which a change says what it was made from. */
export async function readRules(reads: Reads): Promise<ReturnRules> {
  const row = await reads.setting.findUnique({ where: { key } });
  return row ? Stored.parse(JSON.parse(row.value)) : defaults;
}

/** The rules as the form has them. */
export const typedRules = ({ earlierDueDays: _, ...rules }: ReturnRules): TypedRules => rules;

export const stampOf = (rules: ReturnRules): string => Object.values(typedRules(rules)).join('-');

export const canChangeRules = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

/**
 * Changes the rules. Another due day holds for months that are not closed: whether a return of a closed month was on time
 * stays as it was.
 * @throws Conflict when they are no longer those that were seen
 */
export async function changeRules(
  tx: Tx,
  by: Actor,
  { seen, ...rules }: TypedRules & { seen: string },
): Promise<void> {
  await refuseUnless(tx, by, canChangeRules);
  const before = await readRules(tx);
  if (stampOf(before) !== seen) throw new Conflict('record.changed-meanwhile');
  const earlierDueDays = await dueDaysUntilNow(tx, before, rules.dueDay);
  const value = JSON.stringify(Object.assign({}, rules, { earlierDueDays }));
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  recordEvent(tx, by, {
    verb: 'return-rules.changed',
    subjectKind: 'return-rules',
    subjectId: 1,
    detail: changesBetween<Record<string, unknown>>(before, rules),
  });
}

/** With the due day of now, where another comes after it, for the months up to the last that is closed. */
async function dueDaysUntilNow(
  reads: Reads,
  { dueDay, earlierDueDays }: ReturnRules,
  next: number,
): Promise<ReturnRules['earlierDueDays']> {
  if (dueDay === next) return earlierDueDays;
  const closed = await reads.closedMonth.findFirst({ orderBy: { month: 'desc' } });
  const last = earlierDueDays.at(-1)?.through ?? '';
  if (closed === null || closed.month <= last) return earlierDueDays;
  return [...earlierDueDays, { through: closed.month, dueDay }];
}

/** The last day on which a month's return is on time, by the due day of that month. */
export function dueOn(month: Month, { dueDay, earlierDueDays }: ReturnRules): Day {
  const earlier = earlierDueDays.find(({ through }) => month <= through);
  const day = earlier?.dueDay ?? dueDay;
  return `${addMonths(month, 1)}-${String(day).padStart(2, '0')}`;
}

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

const defaults: ReturnRules = {
  dueDay: 8,
  remindDays: 7,
  ventureJumpPeople: 5,
  ventureJumpPercent: 30,
  parkJumpPercent: 15,
  rosterYears: 3,
};

const key = 'returns.rules';
const Stored = z.object({
  dueDay: z.number(),
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

export const stampOf = (rules: ReturnRules): string => Object.values(rules).join('-');

export const canChangeRules = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

/** Changes the rules. @throws Conflict when they are no longer those that were seen */
export async function changeRules(
  tx: Tx,
  by: Actor,
  { seen, ...rules }: ReturnRules & { seen: string },
): Promise<void> {
  await refuseUnless(tx, by, canChangeRules);
  const before = await readRules(tx);
  if (stampOf(before) !== seen) throw new Conflict('record.changed-meanwhile');
  const value = JSON.stringify(rules);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  recordEvent(tx, by, {
    verb: 'return-rules.changed',
    subjectKind: 'return-rules',
    subjectId: 1,
    detail: changesBetween<Record<string, unknown>>(before, rules),
  });
}

/** The last day on which a month's return is on time. */
export const dueOn = (month: Month, { dueDay }: ReturnRules): Day =>
  `${addMonths(month, 1)}-${String(dueDay).padStart(2, '0')}`;

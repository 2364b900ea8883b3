import { type Day, daysBetween } from '../calendar/days.js';
import { day, number, time } from '../language/format.js';
import type { Deps } from '../web/deps.js';
import type { Frame } from '../web/frame.js';
import type { AskedReturn } from './asked-return.js';
import type { GridRow } from './grid-rows.js';
import { presentSums } from './present-grid.js';
import { isOpen } from './states.js';

/** When it is due, and by how many days it is overdue while it is still open. */
export function dueText(
  { standing, monthly }: AskedReturn,
  due: Day,
  now: Day,
  { say, lang }: Frame,
) {
  const isLate = isOpen(standing.state) && !monthly?.firstSubmittedAt && now > due;
  const values = { day: day(due, lang), days: daysBetween(due, now) };
  return say(isLate ? 'returns.reminder.overdue' : 'returns.due-on', values);
}

/** How the sum of the rows and the park's total go together where some carry their last number forward. */
export function reconciled(rows: GridRow[], { say, lang }: Frame): string {
  const present = rows.filter(({ hasLeft }) => !hasLeft);
  const blank = present.filter(({ shown }) => shown.headcount === null);
  const { filled } = presentSums(rows, { say, lang });
  if (blank.length === 0) return filled;
  const carried = blank.reduce((sum, { last }) => sum + (last ?? 0), 0);
  const level = present.reduce((sum, { shown, last }) => sum + (shown.headcount ?? last ?? 0), 0);
  const values = { filled, carried: number(carried, lang), level: number(level, lang) };
  return say('returns.grid.reconciled', values);
}

/** What was done so far and by whom, and the remarks. */
export async function factsOf({ db }: Deps, { monthly }: AskedReturn, { say, lang }: Frame) {
  if (!monthly) return [];
  const { submittedAt, approvedAt, acceptedAt, remark, skipReason, state } = monthly;
  const { submittedBy, approvedBy, acceptedBy } = await db.monthlyReturn.findUniqueOrThrow({
    where: { id: monthly.id },
    select: { submittedBy: true, approvedBy: true, acceptedBy: true },
  });
  const at = (label: string, value: Date | null, by: { name: string } | null) => {
    if (value === null) return [];
    const text = time(value, lang);
    const name = by?.name;
    return [
      { label, value: name === undefined ? text : say('returns.grid.by', { at: text, name }) },
    ];
  };
  return [
    ...at(say('returns.state.submitted'), submittedAt, submittedBy),
    ...at(say('returns.state.approved'), approvedAt, approvedBy),
    ...at(say('returns.state.accepted'), acceptedAt, acceptedBy),
    ...(remark && state !== 'accepted' ? [{ label: say('returns.remark'), value: remark }] : []),
    ...(skipReason ? [{ label: say('returns.skip-reason'), value: skipReason }] : []),
  ];
}

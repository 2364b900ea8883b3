import { type Day, type Month, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import { time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { returnHref } from './asked-return.js';
import { toneOf } from './grid-page.js';
import { dueOn, type ReturnRules } from './return-rules.js';
import type { ReturnState } from './states.js';

/** When a return came in: on time, late, or not yet, before or after the due day. A month that is skipped owes none. */
export const timelinesses = ['overdue', 'waiting', 'late', 'on-time', 'skipped'] as const;
export type Timeliness = (typeof timelinesses)[number];

export function timelinessOf(
  monthly: Pick<MonthlyReturn, 'state' | 'firstSubmittedAt'> | null,
  due: Day,
  now: Day,
): Timeliness {
  if (monthly?.firstSubmittedAt) return today(monthly.firstSubmittedAt) <= due ? 'on-time' : 'late';
  if (monthly?.state === 'skipped') return 'skipped';
  return now <= due ? 'waiting' : 'overdue';
}

export type Progress = {
  parkId: number;
  monthly: MonthlyReturn | null;
  timeliness: Timeliness;
};

/** How far the returns of some parks are for a month, by park. */
export async function progressOf(
  reads: Reads,
  parkIds: number[],
  month: Month,
  { rules, now }: { rules: ReturnRules; now: Day },
): Promise<Map<number, Progress>> {
  const begun = await reads.monthlyReturn.findMany({ where: { month, parkId: { in: parkIds } } });
  const of = new Map(begun.map((monthly) => [monthly.parkId, monthly]));
  return new Map(
    parkIds.map((parkId) => {
      const monthly = of.get(parkId) ?? null;
      return [
        parkId,
        { parkId, monthly, timeliness: timelinessOf(monthly, dueOn(month, rules), now) },
      ];
    }),
  );
}

/**
 * How far one park is, in words. One whose ventures filed one by one has no return of its own, and is overdue only
 * while some of them are missing.
 */
export function presentProgress(
  { monthly, timeliness }: Progress,
  { month, park, filed, owes }: { month: Month; park: string; filed: number; owes: boolean },
  { say, lang }: Voice,
) {
  const isSingle = monthly === null && filed > 0;
  const state = (monthly?.state ?? 'draft') as ReturnState;
  const label = isSingle ? 'returns.progress.single' : `returns.state.${monthly ? state : 'none'}`;
  return {
    href: returnHref(month, park),
    state: say(label as 'returns.state.none'),
    tone: monthly ? toneOf(state) : null,
    timeliness: isSingle && !owes ? '—' : say(`returns.timeliness.${timeliness}`),
    isLate: (!isSingle || owes) && (timeliness === 'overdue' || timeliness === 'late'),
    submittedAt: monthly?.firstSubmittedAt ? time(monthly.firstSubmittedAt, lang) : '—',
  };
}

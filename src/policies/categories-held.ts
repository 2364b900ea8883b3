import type { Day } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { Facts } from './facts.js';
import type { CategoryTest } from './rules.js';

export type CategoryCheck =
  | { met: true; lapsesOn: Day | null }
  | { met: false; from: Day; lapsesOn: Day | null }
  | { met: false; from: null; mayBeProved: boolean };

/**
 * How a category stands on the day of the application. Not held: the day from which it will be,
 * where its months only have to pass, or whether a proof of it could still come.
 */
export function checkCategory(test: CategoryTest, facts: Facts): CategoryCheck {
  const since = sinceOf(test, facts);
  if (since === undefined) return { met: false, from: null, mayBeProved: true };
  if (since === null) return { met: true, lapsesOn: null };
  const from = monthsLater(since, test.afterMonths);
  const lapsesOn = test.withinMonths === null ? null : monthsLater(since, test.withinMonths);
  if (facts.on < from) return { met: false, from, lapsesOn };
  const isOver = lapsesOn !== null && lapsesOn <= facts.on;
  return isOver ? { met: false, from: null, mayBeProved: false } : { met: true, lapsesOn };
}

/** The category's first day; null where it is held and the day is not known, undefined where it is not held. */
function sinceOf({ category }: CategoryTest, facts: Facts): Day | null | undefined {
  if (category === 'graduate') return facts.graduatedOn ?? undefined;
  return facts.categories.find((row) => row.category === category)?.since;
}

export const holds = (test: CategoryTest, facts: Facts): boolean => checkCategory(test, facts).met;

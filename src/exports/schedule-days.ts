import { addDays, addMonths, type Day, daysBetween, monthOf } from '../calendar/days.js';

export const cadences = ['weekly', 'monthly', 'quarterly'] as const;
export type Cadence = (typeof cadences)[number];

/** 1 for Monday; 2024-01-01 was one. */
const weekday = (day: Day): number => (((daysBetween('2024-01-01', day) % 7) + 7) % 7) + 1;

const isFirstOfQuarter = (day: Day): boolean => Number(day.slice(5, 7)) % 3 === 1;

/** The first due day after a day: of the week, of the month, or of the first month of a quarter. */
export function dueAfter(after: Day, { cadence, day }: { cadence: Cadence; day: number }): Day {
  if (cadence === 'weekly') {
    const ahead = (day - weekday(after) + 7) % 7;
    return addDays(after, ahead === 0 ? 7 : ahead);
  }
  for (let month = monthOf(after); ; month = addMonths(month, 1)) {
    const due = `${month}-${String(day).padStart(2, '0')}`;
    if (due > after && (cadence === 'monthly' || isFirstOfQuarter(due))) return due;
  }
}

import type { Month } from '../calendar/days.js';
import { daysInMonth } from '../calendar/months-later.js';
import { halfUp } from '../numbers/rational.js';
import type { Schedule, ScheduleLine } from './schedule.js';

/** The rent of some days of a calendar month, in fen: by the day, rounded half up. */
export const rentOfDays = (rent: number, days: number, month: Month): number =>
  Number(halfUp(BigInt(rent) * BigInt(days), BigInt(daysInMonth(month))));

/** What a month costs, what of it is given, and what remains to be paid; all in fen. */
export type Remaining = { rent: number; given: number; remains: number };

/** The same of a line of a schedule. What is given never exceeds the rent, whose last fen may have been rounded up. */
export function remainingOf({ rent, days, month, fen }: ScheduleLine): Remaining {
  const due = Math.max(rentOfDays(rent, days, month), fen);
  return { rent: due, given: fen, remains: due - fen };
}

/** The sum over all months of a schedule. */
export function remainingInAll({ lines }: Schedule): Remaining {
  const sum: Remaining = { rent: 0, given: 0, remains: 0 };
  for (const line of lines) {
    const { rent, given, remains } = remainingOf(line);
    sum.rent += rent;
    sum.given += given;
    sum.remains += remains;
  }
  return sum;
}

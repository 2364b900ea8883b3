import type { Schedule, ScheduleLine } from './schedule.js';

/** What a month costs, what of it is given, and what remains to be paid; all in fen. */
export type Remaining = { rent: number; given: number; remains: number };

/** The same of a line of a schedule. What is given never exceeds the rent, whose last fen may have been rounded up. */
export function remainingOf({ due, fen }: ScheduleLine): Remaining {
  const rent = Math.max(due, fen);
  return { rent, given: fen, remains: rent - fen };
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

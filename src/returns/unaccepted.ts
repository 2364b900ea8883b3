import { createHash } from 'node:crypto';
import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { openParksByMonth } from './close-month.js';

/** Months in a row, the first and the last. */
export type Months = { from: Month; month: Month };
/** The parks whose return of a month was neither accepted nor skipped, in the order of their numbers. */
export type Unaccepted = { month: Month; parkIds: number[] };

/** Month by month whose return was not accepted: what is shown before months are closed, and what is then closed. */
export async function unacceptedIn(reads: Reads, { from, month }: Months): Promise<Unaccepted[]> {
  const open = await openParksByMonth(reads, { from, month });
  return [...open].map(([each, parkIds]) => ({ month: each, parkIds }));
}

export const countUnaccepted = (all: readonly Unaccepted[]): number =>
  all.reduce((sum, { parkIds }) => sum + parkIds.length, 0);

/** What tells these returns from any others, however many: it stands in the form of who agrees to close without them. */
export const markOf = (all: readonly Unaccepted[]): string =>
  createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);

import { type Day, endOfMonth, firstOf, monthOf, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { countiesByDay } from '../parks/park-regions.js';
import type { Window } from './question.js';

/** Which of some parks were in a region at the end of each month, months with the same ones taken together. */
export async function windowsIn(
  reads: Reads,
  among: number[],
  code: string,
  { from, asOf }: { from: Day; asOf: Day },
): Promise<Window[]> {
  const counties = await countiesByDay(reads);
  const windows: Window[] = [];
  for (const month of monthsBetween(monthOf(from), monthOf(asOf))) {
    const on = counties(endOfMonth(month));
    const parkIds = among.filter((id) => on.get(id) === code);
    const end = endOfMonth(month) < asOf ? endOfMonth(month) : asOf;
    const last = windows.at(-1);
    if (last && last.parkIds.join() === parkIds.join()) last.asOf = end;
    else windows.push({ parkIds, from: last ? firstOf(month) : from, asOf: end });
  }
  return windows.filter(({ parkIds }) => parkIds.length > 0);
}

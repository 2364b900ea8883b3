import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { countyOf } from '../ledger/counties.js';
import { parksByDay } from '../ledger/parks-on.js';

/** The county of every park on a day: a park that had not opened by then has that of its first day. */
export const countiesOn = async (reads: Reads, day: Day): Promise<Map<number, string>> =>
  (await countiesByDay(reads))(day);

/** The same for any number of days, in one reading. */
export async function countiesByDay(reads: Reads): Promise<(day: Day) => Map<number, string>> {
  const parks = await parksByDay(reads);
  return (day) => new Map(parks(day).map(({ id, region }) => [id, countyOf(region)]));
}

/** The park that each park counts to today: its own, or the one that it was merged into in the end. */
export async function successors(reads: Reads): Promise<Map<number, number>> {
  const parks = await reads.park.findMany({ select: { id: true, mergedIntoId: true } });
  const into = new Map(parks.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return new Map(
    parks.map(({ id }) => {
      let last = id;
      for (let next = into.get(last); next; next = into.get(last)) last = next;
      return [id, last];
    }),
  );
}

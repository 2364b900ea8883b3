import { endOfMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';

/** The park that a venture's return of a month belongs to: the one that it is in at the month's end, or null. */
export async function parkOfMonth(
  reads: Reads,
  ventureId: number,
  month: Month,
): Promise<number | null> {
  const end = endOfMonth(month);
  const stay = await reads.residency.findFirst({
    where: { ventureId, beganOn: { lte: end }, OR: [{ endedOn: null }, { endedOn: { gt: end } }] },
    select: { parkId: true },
  });
  return stay?.parkId ?? null;
}

import { type Month, monthOf, monthsBetween, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { closedTo } from '../ledger/closed-months.js';
import { canWritePark } from '../parks/permissions.js';
import type { Viewer } from '../people/viewer.js';
import { isHandedIn, type ReturnState } from '../returns/states.js';
import type { Ground } from './plan-create.js';
import type { Note } from './planned.js';

/** What a list is brought into, as it is now, for who brings it in. @param month of which its headcounts are; null where it does not say */
export async function groundOf(
  reads: Reads,
  parkId: number,
  { month, at, viewer }: { month: Month | null; at: Date; viewer: Viewer | null },
): Promise<Ground> {
  const park = await reads.park.findUniqueOrThrow({
    where: { id: parkId },
    select: { id: true, openedOn: true, closedOn: true, villageZh: true, islandZh: true },
  });
  const day = today(at);
  const shut = await shutMonths(reads, parkId, { from: park.openedOn, day });
  const monthShut = month === null ? null : await whyShut(reads, parkId, month, shut);
  // The system, a command, adds them everywhere.
  const mayAddSpaces = viewer === null || canWritePark(viewer, park);
  return { park, mayAddSpaces, today: day, month, monthShut, shut };
}

/** The closed months since the park opened that no reopening in force opens for it. */
async function shutMonths(
  reads: Reads,
  parkId: number,
  { from, day }: { from: string; day: string },
): Promise<Set<Month>> {
  const shut = new Set<Month>();
  const closed = await rowsOf<{ month: Month }>(reads, sql`SELECT "month" FROM "ClosedMonth"`);
  const known = new Set(closed.map(({ month }) => month));
  for (const month of monthsBetween(monthOf(from), monthOf(day))) {
    if (!known.has(month)) continue;
    if ((await closedTo(reads, day, [{ month, parkId, ventureId: null }])) !== null)
      shut.add(month);
  }
  return shut;
}

/** Headcounts of a month whose return was handed in are corrected there, and not by a list. */
async function whyShut(
  reads: Reads,
  parkId: number,
  month: Month,
  shut: ReadonlySet<Month>,
): Promise<Note['key'] | null> {
  if (shut.has(month)) return 'imports.note.headcount-closed';
  const monthly = await reads.monthlyReturn.findFirst({ where: { parkId, month } });
  return monthly && isHandedIn(monthly.state as ReturnState)
    ? 'imports.note.headcount-handed-in'
    : null;
}

import type { Month } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canFill } from './states.js';

export type OfPark = { parkId: number; month: Month };

/** The return of a park for a month, or null where nobody has begun it. */
export const findMonthlyReturn = (reads: Reads, of: OfPark): Promise<MonthlyReturn | null> =>
  reads.monthlyReturn.findUnique({ where: { parkId_month: of } });

/** The return of a park for a month; the first act on it begins it, as a draft. @throws Forbidden */
export async function beginReturn(tx: Tx, by: Actor, of: OfPark): Promise<MonthlyReturn> {
  await refuseUnless(tx, by, (viewer) => canFill(viewer, of.parkId));
  const begun = await findMonthlyReturn(tx, of);
  if (begun) return begun;
  const made = await tx.monthlyReturn.create({ data: { ...of, state: 'draft', confirmed: [] } });
  recordEvent(tx, by, {
    verb: 'monthly-return.begun',
    subjectKind: 'monthly-return',
    subjectId: made.id,
    parkId: of.parkId,
    detail: { month: of.month },
  });
  return made;
}

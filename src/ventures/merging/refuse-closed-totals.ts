import { type Month, monthOf, monthsBetween, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { refuseClosed } from '../../ledger/closed-months.js';
import { isBound } from '../../ledger/measures.js';
import { touchedByVoiding } from '../touched-by-voiding.js';
import { movedTotals } from './moved-totals.js';
import type { Records } from './stored-records.js';

/**
 * Refuses to join two records in a closed month, or to part them: every month in which a total of a park moves, also
 * where no entry lies in it, and those in which the record that goes held a lease or was served. It is asked while both
 * are apart.
 * @param after what hangs on both as one
 */
export async function refuseClosedTotals(
  tx: Tx,
  by: Actor,
  { ownId, otherId, after }: { ownId: number; otherId: number; after: Records },
): Promise<void> {
  const moved = await movedTotals(tx, [ownId, otherId], { ownId, after });
  const now: Month = monthOf(today(by.at));
  const totals = moved
    .filter(({ measure }) => isBound(measure))
    .flatMap(({ parkId, from, to }) =>
      monthsBetween(from, to ?? now).map((month) => ({ month, parkId, ventureId: otherId })),
    );
  await refuseClosed(tx, by, [...totals, ...(await touchedByVoiding(tx, otherId))]);
}

import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { Refusal, refuseIf } from '../../language/refusal.js';
import { actingAccount } from '../../people/acting-viewer.js';
import { allow, found } from '../../web/errors.js';
import { type Ending, endResidency } from '../end-residency.js';
import { canLogVentures } from '../permissions.js';
import { stillOpen } from '../residency-queries.js';

/** A venture by its number, with the residency that was shown as its open one. */
export type SeenStay = { number: string; residencyId: number };

/**
 * Ends several residencies on one day for one reason, each as it is ended by itself, with all its guards: all of them or,
 * where one cannot be ended, none.
 * @throws Refusal that names the venture that stands in the way; Conflict where a residency is no longer the open one
 */
export async function endResidencies(
  tx: Tx,
  by: Actor,
  stays: SeenStay[],
  ending: Omit<Ending, 'ventureId'>,
): Promise<void> {
  allow(canLogVentures(await actingAccount(tx, by)));
  refuseIf([stays.length === 0 && { field: '', key: 'ventures.batch.nothing' }]);
  for (const { number, residencyId } of stays) {
    const venture = found(await tx.venture.findUnique({ where: { number } }));
    try {
      await stillOpen(tx, venture.id, residencyId);
      await endResidency(tx, by, Object.assign({ ventureId: venture.id }, ending));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const values = { venture: `${number} ${venture.name}` };
      throw new Refusal([{ field: '', key: 'ventures.batch.stopped', values }, ...error.faults]);
    }
  }
}

import { transact } from '../database/database.js';
import { refuseIf } from '../language/refusal.js';
import { countFailure, placeHash, secondsToWait, type Tally } from '../people/sign-in-limits.js';
import { type NewObjection, objectToApplication } from '../waivers/object-to-application.js';
import type { Deps } from '../web/deps.js';

/** After five within an hour a place has to wait, longer after each further one. */
const tallyOf = (address: string): Tally => ({
  kind: 'name',
  key: `objection ${placeHash(address)}`,
});

/**
 * Objects to a case on notice, as anyone may; many from one place have to wait.
 * @throws Refusal while the place has to wait
 */
export async function object(
  { db, clock }: Deps,
  { address, ...objection }: NewObjection & { address: string },
): Promise<void> {
  const at = clock.now();
  const tally = tallyOf(address);
  await transact(db, async (tx) => {
    const seconds = await secondsToWait(tx, [tally], at);
    const minutes = Math.ceil(seconds / 60);
    refuseIf([seconds > 0 && { field: '', key: 'notices.object.wait', values: { minutes } }]);
    await objectToApplication(tx, at, objection);
    await countFailure(tx, [tally], at);
  });
}

import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { datedFields, refuseClosedProfile } from '../change-dated.js';
import type { Records } from './stored-records.js';

/**
 * Refuses that a day of a closed month counts under another legal form, industry or trade: where those of the merged
 * record are not those of one of the two, in each stay of that one. The same when it is undone.
 * @param apart both records by themselves
 * @param merged both as they are when merged
 */
export async function refuseClosedProfiles(
  tx: Tx,
  by: Actor,
  { apart, merged, survivorId }: { apart: Records; merged: Records; survivorId: number },
): Promise<void> {
  const one = merged.Venture.find(({ id }) => id === survivorId);
  for (const record of apart.Venture) {
    if (datedFields.every((name) => one?.[name] === record[name])) continue;
    const residencies = apart.Residency.filter(({ ventureId }) => ventureId === record.id);
    await refuseClosedProfile(tx, by, { id: record.id, residencies });
  }
}

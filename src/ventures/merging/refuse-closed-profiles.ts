import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { closedAt } from '../../ledger/closed-at.js';
import { datedFields, refuseClosedProfile } from '../change-dated.js';
import type { Records } from './stored-records.js';

/**
 * Refuses that a day of a closed month counts under another legal form, industry or trade. Merged, all days are read by what
 * the record that stays is and was; so days of that one change where it becomes something else, and those of the other also
 * where either was something else before. The same when it is undone.
 * @param apart both records by themselves
 * @param merged both as they are when merged
 */
export async function refuseClosedProfiles(
  tx: Tx,
  by: Actor,
  { apart, merged, survivorId }: { apart: Records; merged: Records; survivorId: number },
): Promise<void> {
  const one = merged.Venture.find(({ id }) => id === survivorId);
  const ids = apart.Venture.map(({ id }) => id);
  const hasPast = (await tx.earlierProfile.count({ where: { ventureId: { in: ids } } })) > 0;
  for (const record of apart.Venture) {
    const isOther = record.id !== survivorId;
    const isSame = datedFields.every((name) => one?.[name] === record[name]);
    if (isSame && !(isOther && hasPast)) continue;
    const residencies = apart.Residency.filter(({ ventureId }) => ventureId === record.id);
    await closedAt('', () => refuseClosedProfile(tx, by, { id: record.id, residencies }, isOther));
  }
}

import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { isUniqueViolation } from '../database/errors.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';
import type { Since } from '../ledger/since.js';
import { isCurrentVenture } from '../people/scope.js';
import { homeParkId } from '../people/whereabouts.js';
import { changeDated, datedFields } from './change-dated.js';
import { anyId, enterPairs } from './doubles/enter-pairs.js';
import { refuseUnlessKeeper } from './home-park.js';
import { keysOfName, type NameKeys } from './name-likeness.js';
import { sameNameFault } from './refuse-doubles.js';
import { restateSearchText } from './restate-search-text.js';
import { cleanedProfile, profileFaults, type VentureProfile } from './venture-profile.js';

/**
 * Changes the profile of a venture. A change that changes nothing, the same form sent twice too, writes nothing.
 * @throws Conflict when somebody changed it since the version that was seen
 * @throws Refusal when a code is malformed, fails its check without a reason, or is taken; when a new name is that of
 * another venture, and nobody says why they are two; what `changeDated` refuses
 * @param typed `since` says how a new legal form, industry or trade is meant; a change from today where it is not said
 */
export async function editVenture(
  tx: Tx,
  by: Actor,
  id: number,
  version: number,
  typed: VentureProfile & { another?: string | null; since?: Since },
): Promise<void> {
  await refuseUnlessKeeper(tx, by, [id]);
  const now = today(by.at);
  const { another = null, since = { kind: 'from', day: now }, ...given } = typed;
  const profile = { ...given, ...cleanedProfile(given) };
  const before = await tx.venture.findUniqueOrThrow({
    where: { id },
    include: { residencies: true },
  });
  const changes = changesBetween(before, profile);
  if (Object.keys(changes).length === 0) return;
  if (before.version !== version) throw new Conflict('record.changed-meanwhile');
  refuseIf(profileFaults(profile, now));
  const keys = keysOfName(profile.name);
  const isShared =
    keys.nameKey !== before.nameKey &&
    (await tx.venture.count({
      where: { AND: [isCurrentVenture.where, { nameKey: keys.nameKey, NOT: { id } }] },
    })) > 0;
  refuseIf([isShared && another === null && sameNameFault]);
  const isDated = datedFields.some((name) => name in changes);
  if (isDated) await changeDated(tx, by, before, since);
  await keep(tx, { id, version }, { ...profile, ...keys });
  await restateSearchText(tx, id);
  if (isShared && another !== null)
    await enterPairs(tx, by, [{ ventureId: id, nameKey: keys.nameKey, reason: another }], anyId);
  recordEvent(tx, by, {
    verb: 'venture.edited',
    subjectKind: 'venture',
    subjectId: id,
    ventureId: id,
    parkId: homeParkId(before),
    ...(isDated && since.kind === 'corrected' ? { reason: since.reason.trim() } : {}),
    detail: Object.assign(
      isShared ? { another } : {},
      isDated && since.kind === 'from' ? { beganOn: since.day } : {},
      changes,
    ),
  });
}

async function keep(
  tx: Tx,
  where: { id: number; version: number },
  data: VentureProfile & NameKeys,
): Promise<void> {
  try {
    const { count } = await tx.venture.updateMany({
      where,
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict('record.changed-meanwhile');
  } catch (error) {
    if (!isUniqueViolation(error, 'creditCode')) throw error;
    throw new Refusal([{ field: 'creditCode', key: 'ventures.code-taken' }]);
  }
}

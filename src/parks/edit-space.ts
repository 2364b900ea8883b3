import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateRent } from '../ledger/restate.js';
import type { Since } from '../ledger/since.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { NewSpace } from './add-spaces.js';
import { changeSpaceDated, datedOfSpace } from './change-space-dated.js';
import { canWritePark } from './permissions.js';

export type SpaceChanges = Omit<NewSpace, 'openedOn' | 'marketRent' | 'rentSource'>;

/**
 * Changes a space's description. A change that changes nothing writes nothing.
 * @param input `since` says how a new name, kind, place, area or owner is meant; a change from today where it is not said
 * @throws Conflict when somebody changed it since the version that was seen, or it is void; what `changeSpaceDated` refuses
 */
export async function editSpace(
  tx: Tx,
  by: Actor,
  id: number,
  version: number,
  input: SpaceChanges & { since?: Since },
): Promise<void> {
  const { since = { kind: 'from', day: today(by.at) }, ...changes } = input;
  const before = await tx.space.findUniqueOrThrow({
    where: { id },
    include: {
      earlier: { orderBy: { changedOn: 'asc' } },
      parks: { orderBy: { beganOn: 'asc' } },
      tenancies: { where: { voidedAt: null } },
    },
  });
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id: before.parkId }));
  const detail = changesBetween(before, changes);
  if (Object.keys(detail).length === 0) return;
  if (before.voidedAt !== null) throw new Conflict('parks.space.void-already');
  if (before.version !== version) throw new Conflict('record.changed-meanwhile');
  const isDated = datedOfSpace.some((name) => name in detail);
  if (isDated) await changeSpaceDated(tx, by, before, changes, since);
  const { count } = await tx.space.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  const isCorrected = isDated && since.kind === 'corrected';
  recordEvent(tx, by, {
    verb: 'space.edited',
    subjectKind: 'space',
    subjectId: id,
    parkId: before.parkId,
    reason: isCorrected ? since.reason.trim() : '',
    detail: Object.assign(isDated && since.kind === 'from' ? { beganOn: since.day } : {}, detail),
  });
  if (changes.area === before.area) return;
  // A lease forgoes its share of the market rent of the whole.
  const holders = [...new Set(before.tenancies.map(({ ventureId }) => ventureId))];
  await closedAt('area', () => restateRent(tx, by, holders));
}

import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict, type Fault, refuseIf } from '../../language/refusal.js';
import { restateRent, restateVentures, restateWaived } from '../../ledger/restate.js';
import { keepingReviewed } from '../../ledger/reviewed-returns.js';
import { homeParkId } from '../../people/whereabouts.js';
import { restateSearchText } from '../restate-search-text.js';
import { builtSince } from './built-since.js';
import { crowdedSpaces } from './crowded-spaces.js';
import { lastDayToUndo, tooLate } from './days-to-undo.js';
import { type MergeFound, whereaboutsBefore, withBoth } from './find-merge.js';
import { recordMovedCases } from './moved-cases.js';
import { refuseUnlessMerger } from './permissions.js';
import { refuseClosedFounders } from './refuse-closed-founders.js';
import { refuseClosedProfiles } from './refuse-closed-profiles.js';
import { refuseClosedTotals } from './refuse-closed-totals.js';
import { replaceRecords } from './replace-records.js';
import { type Records, recordsOn } from './stored-records.js';

/**
 * Undoes a merge: both records are again what they were, and so is every total of every day.
 * @throws Forbidden; Conflict when it was undone already; Refusal without a reason, after thirty days, with what was
 *   built on the merged record since, and for a closed month without a reopening
 */
export async function undoMerge(
  tx: Tx,
  by: Actor,
  input: { mergeId: number; reason: string },
): Promise<void> {
  const reason = input.reason.trim();
  const merge = await tx.ventureMerge.findUniqueOrThrow({
    where: { id: input.mergeId },
    include: withBoth,
  });
  const of = { ventureIds: [merge.loserId, merge.survivorId], reason };
  await keepingReviewed(tx, by, of, () => part(tx, by, merge, reason));
}

async function part(tx: Tx, by: Actor, merge: MergeFound, reason: string): Promise<void> {
  const { id: mergeId, loser, survivor } = merge;
  const ids = [merge.loserId, merge.survivorId];
  const [before, after] = [merge.before, merge.after] as unknown as [Records, Records];
  const were = whereaboutsBefore(merge);
  await refuseUnlessMerger(tx, by, [survivor, ...were]);
  if (merge.undoneAt !== null) throw new Conflict('record.changed-meanwhile');
  refuseIf([merge.clearedAt !== null && tooLate]);
  const now = await recordsOn(tx, ids);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    today(by.at) > lastDayToUndo(merge) && tooLate,
    ...builtSince(after, now),
    await takenCode(tx, before, ids),
  ]);
  const restored = withRentsEntered(before, now);
  // What the merged record loses, as it still stands; what each has again, further down.
  await refuseClosedFounders(tx, by, restored, now);
  await tx.ventureVoid.delete({ where: { ventureId: loser.id } });
  await replaceRecords(tx, now, restored);
  refuseIf(await crowdedSpaces(tx, before.Tenancy));
  await tx.ventureMerge.update({
    where: { id: mergeId },
    data: { undoneAt: by.at, undoneById: by.accountId, undoReason: reason },
  });
  for (const id of ids) await restateSearchText(tx, id);
  const asOne = { ownId: survivor.id, otherId: loser.id, after: now };
  await refuseClosedTotals(tx, by, asOne);
  await refuseClosedFounders(tx, by, now, restored);
  await refuseClosedProfiles(tx, by, { apart: restored, merged: now, survivorId: survivor.id });
  recordEvents(
    tx,
    by,
    [loser, survivor].map((each, index) => ({
      verb: 'venture.merge-undone',
      subjectKind: 'venture',
      subjectId: each.id,
      ventureId: each.id,
      parkId: homeParkId(were[index] ?? survivor),
      reason,
      detail: { mergedNumber: loser.number, survivorNumber: survivor.number },
    })),
  );
  await recordMovedCases(tx, by, {
    from: now,
    to: restored,
    act: 'venture-parted',
    numbers: { mergedNumber: loser.number, survivorNumber: survivor.number },
  });
  await restateVentures(tx, by, ids, '');
  await restateWaived(tx, by, ids);
  await restateRent(tx, by, ids);
}

/** The credit code of the record that went is free meanwhile: somebody may have entered it elsewhere. */
async function takenCode(tx: Tx, before: Records, ids: number[]): Promise<Fault | null> {
  const codes = before.Venture.flatMap(({ creditCode }) => creditCode ?? []);
  const other = await tx.venture.findFirst({
    where: { creditCode: { in: codes }, NOT: { id: { in: ids } } },
    select: { number: true, creditCode: true },
  });
  if (!other) return null;
  const { number, creditCode } = other;
  return {
    field: '',
    key: 'ventures.merge.code-taken',
    values: { number, code: creditCode ?? '' },
  };
}

/** What the system entered since of leases that ran out and go on stays entered. */
function withRentsEntered(before: Records, now: Records): Records {
  const entered = new Map(now.Tenancy.map(({ id, heldOverTo }) => [id, heldOverTo]));
  const Tenancy = before.Tenancy.map((lease) => {
    const heldOverTo = entered.get(lease.id) ?? lease.heldOverTo;
    return lease.endedOn === null ? Object.assign({}, lease, { heldOverTo }) : lease;
  });
  return Object.assign({}, before, { Tenancy });
}

import type { Tx } from '../../database/database.js';
import { changeRows } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { restateRent, restateVentures, restateWaived } from '../../ledger/restate.js';
import { keepingReviewed } from '../../ledger/reviewed-returns.js';
import { homeParkId } from '../../people/whereabouts.js';
import { restateSearchText } from '../restate-search-text.js';
import { findMergeable, markOfRecords } from './find-mergeable.js';
import { recordMovedCases } from './moved-cases.js';
import { refuseUnlessMerger } from './permissions.js';
import { type MergeChoices, planMerge } from './plan-merge.js';
import { refuseClosedFounders } from './refuse-closed-founders.js';
import { refuseClosedProfiles } from './refuse-closed-profiles.js';
import { refuseClosedTotals } from './refuse-closed-totals.js';
import { replaceRecords } from './replace-records.js';
import { obstacleFault, obstaclesTo } from './rests-on-merge.js';
import { type Records, recordsOn } from './stored-records.js';

export type Merging = {
  /** The record that stays, and the one that goes into it. */
  ownId: number;
  otherId: number;
  choices: MergeChoices;
  /** The mark of both records as they were seen. */
  seen: string;
  /** Why they are one. */
  reason: string;
};

/**
 * Merges two records of one venture (合并): all that hangs on the one goes to the other, and a day on which both counted is
 * counted once. Cases, waivers and what is under way are those of the one that stays. The ledger is reversed and entered anew from the first day. The number of the record that goes stays taken
 * and leads to the other. What both had before and after is stored, so that it can be undone for thirty days.
 * @returns the id of the merge
 * @throws Forbidden; Conflict when somebody changed either since; Refusal without a reason, with each case and waiver that
 *   cannot stand for one venture, and for a closed month without a reopening
 */
export const mergeVentures = (tx: Tx, by: Actor, input: Merging): Promise<number> =>
  keepingReviewed(tx, by, { ventureIds: [input.ownId, input.otherId], reason: input.reason }, () =>
    mergeRecords(tx, by, input),
  );

async function mergeRecords(tx: Tx, by: Actor, input: Merging): Promise<number> {
  const { ownId, otherId, choices, seen } = input;
  const reason = input.reason.trim();
  refuseIf([ownId === otherId && { field: 'with', key: 'ventures.merge.itself' }]);
  const [own, other] = [await recordOf(tx, ownId), await recordOf(tx, otherId)];
  await refuseUnlessMerger(tx, by, [own, other]);
  const found = await findMergeable(tx, ownId, otherId);
  if (own.voiding || other.voiding || markOfRecords(found) !== seen)
    throw new Conflict('record.changed-meanwhile');
  const plan = planMerge(found, choices);
  const { before } = found;
  const obstacles = await obstaclesTo(tx, { ownId, otherId, before }, plan);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    ...obstacles.map(obstacleFault),
  ]);
  await refuseClosedTotals(tx, by, { ownId, otherId, after: plan.after });
  await refuseClosedProfiles(tx, by, { apart: before, merged: plan.after, survivorId: ownId });
  await replaceRecords(tx, before, plan.after);
  await changeRows(tx, sql`DELETE FROM "PrereviewFinding" WHERE "ventureId" = ${otherId}`);
  const mergeId = await storeMerge(tx, by, { loserId: otherId, survivorId: ownId, reason, before });
  await refuseClosedFounders(tx, by, before, plan.after);
  const numbers = { number: own.number, otherNumber: other.number };
  const about = { subjectKind: 'venture', reason } as const;
  recordEvents(tx, by, [
    {
      verb: 'venture.merged',
      subjectId: ownId,
      ventureId: ownId,
      parkId: homeParkId(own),
      detail: { mergedNumber: numbers.otherNumber },
      ...about,
    },
    {
      verb: 'venture.merged-into',
      subjectId: otherId,
      ventureId: otherId,
      parkId: homeParkId(other),
      detail: { survivorNumber: numbers.number },
      ...about,
    },
  ]);
  await recordMovedCases(tx, by, {
    from: before,
    to: plan.after,
    act: 'venture-merged',
    numbers: { mergedNumber: other.number, survivorNumber: own.number },
  });
  await restateVentures(tx, by, [otherId, ownId], '');
  await restateWaived(tx, by, [otherId, ownId]);
  await restateRent(tx, by, [otherId, ownId]);
  return mergeId;
}

const recordOf = (tx: Tx, id: number) =>
  tx.venture.findUniqueOrThrow({
    where: { id },
    include: { residencies: true, voiding: true },
  });

/** Puts down that one record went into the other, and what both have now. */
async function storeMerge(
  tx: Tx,
  by: Actor,
  input: { loserId: number; survivorId: number; reason: string; before: Records },
): Promise<number> {
  const { loserId, survivorId, reason, before } = input;
  const stored = { mergedAt: by.at, mergedById: by.accountId, reason };
  const { id } = await tx.ventureMerge.create({
    data: Object.assign({ loserId, survivorId, before, after: {} }, stored),
  });
  await tx.ventureVoid.create({
    data: {
      ventureId: loserId,
      voidedAt: by.at,
      voidedById: by.accountId,
      reason,
      records: {},
      mergeId: id,
    },
  });
  await restateSearchText(tx, loserId);
  await restateSearchText(tx, survivorId);
  const after = await recordsOn(tx, [loserId, survivorId]);
  await tx.ventureMerge.update({ where: { id }, data: { after } });
  return id;
}

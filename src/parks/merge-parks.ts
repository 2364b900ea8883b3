import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent, recordEvents } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateRent, restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { moveSpaces } from './move-spaces.js';
import { closeOn } from './park-structure.js';
import { canOpenParks } from './permissions.js';

export type Merger = { parkId: number; intoId: number; mergedOn: Day; reason: string };

/**
 * Merges a park into another (合并): its ventures are in the other from that day on, with their tenancies, whose premises
 * go along; the park closes. Numbers of earlier days can be read as of then, or with its own counted to the other.
 * @throws Refusal for the same park, one that is closed, or a day on or before something that the park's records
 * still tell of; Conflict when it has closed meanwhile
 */
export async function mergeParks(tx: Tx, by: Actor, input: Merger): Promise<void> {
  await refuseUnless(tx, by, canOpenParks);
  await refuseMerger(tx, by, input);
  const { parkId, reason } = input;
  const stays = await tx.residency.findMany({
    where: { parkId, endedOn: null },
    select: { ventureId: true },
    orderBy: { id: 'asc' },
  });
  const ventureIds = stays.map(({ ventureId }) => ventureId);
  await keepingReviewed(tx, by, { ventureIds, reason }, () =>
    closedAt('mergedOn', () => bringOver(tx, by, input, ventureIds)),
  );
}

/** Brings a park's ventures and premises into another, and closes it. */
async function bringOver(tx: Tx, by: Actor, input: Merger, ventureIds: number[]): Promise<void> {
  const { parkId, intoId, mergedOn, reason } = input;
  await tx.residency.updateMany({
    where: { parkId, endedOn: null },
    data: { endedOn: mergedOn, endReason: 'moved', endNote: reason, version: { increment: 1 } },
  });
  const next = ventureIds.map((ventureId) => ({ ventureId, parkId: intoId, beganOn: mergedOn }));
  const rows = next.map((stay) => Object.assign(stay, { version: 1 }));
  const ids = rows.length === 0 ? [] : await insertRowsForIds(tx, 'Residency', rows);
  await moveSpaces(tx, by, input);
  await restateVentures(tx, by, ventureIds, mergedOn);
  await restateRent(tx, by, ventureIds);
  await closeOn(tx, by, parkId, mergedOn, intoId);
  recordEvents(
    tx,
    by,
    ventureIds.map((ventureId, i) => ({
      verb: 'residency.moved',
      subjectKind: 'residency' as const,
      subjectId: ids[i] ?? 0,
      ventureId,
      parkId: intoId,
      fromParkId: parkId,
      reason,
      detail: { movedOn: mergedOn, fromParkId: parkId, toParkId: intoId },
    })),
  );
  recordEvent(tx, by, {
    verb: 'park.merged',
    subjectKind: 'park',
    subjectId: parkId,
    parkId,
    reason,
    detail: { toParkId: intoId, beganOn: mergedOn },
  });
}

async function refuseMerger(
  tx: Tx,
  by: Actor,
  { parkId, intoId, mergedOn }: Merger,
): Promise<void> {
  const park = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  const into = await tx.park.findUnique({ where: { id: intoId } });
  const later = await tx.residency.count({
    where: { parkId, OR: [{ beganOn: { gte: mergedOn } }, { endedOn: { gt: mergedOn } }] },
  });
  refuseIf([
    intoId === parkId && { field: 'intoId', key: 'parks.structure.itself' },
    (!into || into.closedOn !== null) && { field: 'intoId', key: 'parks.structure.not-open' },
    mergedOn > today(by.at) && { field: 'mergedOn', key: 'calendar.in-future' },
    (mergedOn <= park.openedOn || (into !== null && mergedOn < into.openedOn)) && {
      field: 'mergedOn',
      key: 'parks.structure.not-open',
    },
    later > 0 && { field: 'mergedOn', key: 'parks.structure.later', values: { n: later } },
  ]);
}

/** Closes a park in which no venture is any more. @throws Refusal where one still is, or was after that day */
export async function closePark(
  tx: Tx,
  by: Actor,
  { parkId, closedOn, reason }: { parkId: number; closedOn: Day; reason: string },
): Promise<void> {
  await refuseUnless(tx, by, canOpenParks);
  const park = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  const present = await tx.residency.count({
    where: { parkId, OR: [{ endedOn: null }, { endedOn: { gt: closedOn } }] },
  });
  refuseIf([
    closedOn > today(by.at) && { field: 'closedOn', key: 'calendar.in-future' },
    closedOn <= park.openedOn && { field: 'closedOn', key: 'parks.structure.not-open' },
    present > 0 && { field: 'closedOn', key: 'parks.structure.not-empty', values: { n: present } },
  ]);
  await closedAt('closedOn', () => closeOn(tx, by, parkId, closedOn, null));
  recordEvent(tx, by, {
    verb: 'park.closed',
    subjectKind: 'park',
    subjectId: parkId,
    parkId,
    reason,
    detail: { endedOn: closedOn },
  });
}

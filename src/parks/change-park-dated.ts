import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { EarlierPark, Park } from '../database/generated/client.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { type DatedOfPark, datedOfPark } from '../ledger/parks-on.js';
import { type Since, sinceFaults } from '../ledger/since.js';

export type ParkBefore = Park & {
  /** The earliest change first. */
  earlier: EarlierPark[];
};

/** What the chart of the islands adds up by, and where it draws the sum. */
const grouping = ['islandZh', 'mapX', 'mapY'] as const satisfies readonly (keyof DatedOfPark)[];

/**
 * Stores what a park was until the day from which it is another, before its own row is changed; a correction stores
 * nothing, as the new values were so all along since the last change.
 * @throws Refusal for a day in the future, before the park opened or before its last change; a correction without a
 *   reason; and another island or position in a closed month that no reopening covers
 */
export async function changeParkDated(
  tx: Tx,
  by: Actor,
  before: ParkBefore,
  after: DatedOfPark,
  since: Since,
): Promise<void> {
  const heldFrom = before.earlier.at(-1)?.changedOn ?? before.openedOn;
  refuseIf(sinceFaults(since, heldFrom, today(by.at)));
  const from = since.kind === 'from' ? since.day : heldFrom;
  const { id: parkId, closedOn: until } = before;
  if (grouping.some((name) => before[name] !== after[name])) {
    const reach = { parkId, ventureId: null, day: from, until };
    const isGone = until !== null && until <= from;
    await refuseClosedDays(tx, by, 'EarlierPark.changedOn', isGone ? [] : [reach]);
  }
  if (from <= heldFrom) return;
  const was = Object.fromEntries(datedOfPark.map((name) => [name, before[name]])) as DatedOfPark;
  const entered = { parkId, changedOn: from, enteredAt: by.at, enteredById: by.accountId };
  await insertRows(tx, 'EarlierPark', [Object.assign(was, entered)]);
}

import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { EarlierSpace, Space, SpacePark, Tenancy } from '../database/generated/client.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { type Reach, refuseClosedDays } from '../ledger/dated-attributes.js';
import { type Since, sinceFaults } from '../ledger/since.js';
import { isCrowded } from './area-let.js';
import { reachesOf } from './park-of-space.js';

/** What of a space totals, reports and pages of a day read as of that day. */
export const datedOfSpace = [
  'area',
  'village',
  'island',
  'kind',
  'name',
  'address',
  'owner',
] as const;

type Dated = Pick<Space, (typeof datedOfSpace)[number]>;
export type SpaceBefore = Space & {
  /** The earliest change first. */
  earlier: EarlierSpace[];
  /** The first park first. */
  parks: SpacePark[];
  /** Those that are not void. */
  tenancies: Tenancy[];
};

/**
 * Stores what a space was until the day from which it is another, before its own row is changed; a correction stores
 * nothing, as the new values were so all along since the last change.
 * @throws Refusal for a day in the future, before the space opened or before its last change; a correction without a
 *   reason; an area smaller than what is let of it on some day from then on; and a closed month, without a reopening, in
 *   which premises or a lease are counted otherwise from then on
 */
export async function changeSpaceDated(
  tx: Tx,
  by: Actor,
  before: SpaceBefore,
  after: Dated,
  since: Since,
): Promise<void> {
  const heldFrom = before.earlier.at(-1)?.changedOn ?? before.openedOn;
  refuseIf(sinceFaults(since, heldFrom, today(by.at)));
  const from = since.kind === 'from' ? since.day : heldFrom;
  const { id: spaceId, area } = before;
  const isKept = from > heldFrom;
  const was = Object.fromEntries(datedOfSpace.map((name) => [name, before[name]])) as Dated;
  const row = Object.assign({ spaceId, changedOn: from }, was);
  const earlier = isKept ? [...before.earlier, row] : before.earlier;
  const taken = before.tenancies.map((lease) => Object.assign({ until: lease.endedOn }, lease));
  refuseIf([
    after.area < area &&
      isCrowded(taken, { area: after.area, earlier }, from) && {
        field: 'area',
        key: 'parks.area-under-tenancy',
      },
  ]);
  await refuseClosedDays(tx, by, 'EarlierSpace.changedOn', reachesOfChange(before, after, from));
  if (isKept) {
    const entered = Object.assign(row, { enteredAt: by.at, enteredById: by.accountId });
    await insertRows(tx, 'EarlierSpace', [entered]);
  }
}

/**
 * Where something else comes out from a day on: for another place or kind in its parks, for another area with its leases.
 * Nothing is counted or grouped by its name, address and owner.
 */
function reachesOfChange(before: SpaceBefore, after: Dated, from: Day): Reach[] {
  const isOther = (['village', 'island', 'kind'] as const).some(
    (name) => before[name] !== after[name],
  );
  const leases = before.area === after.area ? [] : before.tenancies;
  return [
    ...(isOther ? reachesOf(before.parks, null, from, null) : []),
    ...leases.flatMap(({ ventureId, beganOn, endedOn }) =>
      reachesOf(before.parks, ventureId, beganOn > from ? beganOn : from, endedOn),
    ),
  ];
}

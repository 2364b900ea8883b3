import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';

/** What a place is: 农房 厂房 摊位 棚屋 办公用房 院落. */
export const spaceKinds = ['farmhouse', 'workshop', 'stall', 'shed', 'office', 'yard'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

export type NewSpace = {
  name: string;
  kind: SpaceKind;
  village: string;
  island: string;
  address: string;
  /** Hundredths of a square metre. */
  area: number;
  owner: string;
  /** Fen a month. */
  marketRent: number;
  openedOn: Day;
};

/**
 * Adds spaces to a park and numbers them on from its last one: P01-001, P01-002.
 * @returns the ids, in the order given
 * @throws Refusal when a space opens before its park or after the park has closed
 */
export async function addSpaces(
  tx: Tx,
  by: Actor,
  parkId: number,
  inputs: NewSpace[],
): Promise<number[]> {
  const park = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  inputs.forEach((input, row) => {
    refuseIf(
      [
        input.openedOn < park.openedOn && { field: 'openedOn', key: 'parks.space-before-park' },
        park.closedOn !== null && { field: '', key: 'parks.closed' },
      ],
      row,
    );
  });
  const known = await tx.space.count({ where: { parkId } });
  const rows = inputs.map((input, index) => ({
    ...input,
    parkId,
    number: `${park.number}-${String(known + index + 1).padStart(3, '0')}`,
  }));
  const ids = await insertRowsForIds(tx, 'Space', rows);
  recordEvents(
    tx,
    by,
    ids.map((id, index) => ({
      verb: 'space.added',
      subjectKind: 'space',
      subjectId: id,
      parkId,
      detail: { number: rows[index]?.number, ...inputs[index] },
    })),
  );
  return ids;
}

export const addSpace = async (
  tx: Tx,
  by: Actor,
  parkId: number,
  input: NewSpace,
): Promise<number> => (await addSpaces(tx, by, parkId, [input]))[0] as number;

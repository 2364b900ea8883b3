import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canWritePark } from './permissions.js';
import { insertValuations, noSource } from './value-space.js';

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
  /** How to get there, for everyone to read. */
  directions?: string;
  /** Fen a month; null where it is not known. */
  marketRent: number | null;
  /** Where the market rent was taken from. */
  rentSource: string;
  openedOn: Day;
};

/**
 * Adds spaces to a park and numbers them on from its last one: P01-001, P01-002.
 * @returns the ids, in the order given
 * The market rent is known from the day on which the space opens.
 * @throws Refusal when a space opens before its park or after the park has closed, a market rent has no source, or the
 *   first day lies in a closed month
 */
export async function addSpaces(
  tx: Tx,
  by: Actor,
  parkId: number,
  inputs: NewSpace[],
): Promise<number[]> {
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id: parkId }));
  const park = await parkWithSpaces(tx, parkId);
  inputs.forEach((input, row) => {
    refuseIf(
      [
        input.openedOn < park.openedOn && { field: 'openedOn', key: 'parks.space-before-park' },
        park.closedOn !== null && { field: '', key: 'parks.closed' },
        noSource(input.marketRent, input.rentSource),
      ],
      row,
    );
  });
  const reaches = inputs.map(({ openedOn }) => ({ parkId, ventureId: null, day: openedOn }));
  await refuseClosedDays(tx, by, 'Space.openedOn', reaches);
  const rows = inputs.map(({ marketRent: _, rentSource: __, ...space }, index) => ({
    ...space,
    directions: space.directions ?? '',
    parkId,
    number: `${park.number}-${String(park.spaces + index + 1).padStart(3, '0')}`,
  }));
  const ids = await insertRowsForIds(tx, 'Space', rows);
  await insertRows(
    tx,
    'SpacePark',
    ids.map((spaceId, index) => ({
      spaceId,
      parkId,
      beganOn: (inputs[index] as NewSpace).openedOn,
    })),
  );
  await insertValuations(
    tx,
    by,
    inputs.map(({ openedOn, marketRent, rentSource }, index) => ({
      spaceId: ids[index] as number,
      fromOn: openedOn,
      fen: marketRent,
      source: rentSource,
    })),
  );
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

type ParkRow = { number: string; openedOn: Day; closedOn: Day | null; spaces: number };

/** The park, and how many spaces it has. */
async function parkWithSpaces(tx: Tx, parkId: number): Promise<ParkRow> {
  const [park] = await rowsOf<ParkRow>(
    tx,
    sql`SELECT "number", "openedOn", "closedOn",
        (SELECT COUNT(*) FROM "Space" WHERE "parkId" = "Park"."id") AS "spaces"
      FROM "Park" WHERE "id" = ${parkId}`,
  );
  if (!park) throw new Error(`there is no park ${parkId}`);
  return park;
}

export const addSpace = async (
  tx: Tx,
  by: Actor,
  parkId: number,
  input: NewSpace,
): Promise<number> => (await addSpaces(tx, by, parkId, [input]))[0] as number;

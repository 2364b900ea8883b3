import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { postEntries } from '../ledger/post-entries.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canOpenParks } from './permissions.js';

export type NewPark = {
  number: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
  islandZh: string;
  islandEn: string;
  villageZh: string;
  villageEn: string;
  operatorName: string;
  openedOn: Day;
  phone: string | null;
  aboutZh: string;
  aboutEn: string;
  /** Thousandths of the schematic's width and height, 0 to 1000. */
  mapX: number;
  mapY: number;
};

/**
 * Opens a park; it counts in the network from its first day.
 * @returns the id of the new park
 * @throws Refusal when the number is taken, the region unknown, or the day in the future
 */
export async function openPark(tx: Tx, by: Actor, input: NewPark): Promise<number> {
  await refuseUnless(tx, by, canOpenParks);
  const { hasRegion, isTaken } = await registerOf(tx, input);
  refuseIf([
    hasRegion === 0 && { field: 'regionCode', key: 'parks.unknown-region' },
    input.openedOn > today(by.at) && { field: 'openedOn', key: 'calendar.in-future' },
    isTaken === 1 && { field: 'number', key: 'parks.number-taken' },
  ]);
  const [id = 0] = await insertRowsForIds(tx, 'Park', [input]);
  const { regionCode, openedOn } = input;
  await insertRows(tx, 'ParkRegion', [{ parkId: id, regionCode, beganOn: openedOn }]);
  await closedAt('openedOn', () =>
    postEntries(tx, by, [
      {
        effectiveOn: input.openedOn,
        measure: 'parks',
        parkId: id,
        ventureId: null,
        amount: 1,
        causeKind: 'park',
        causeId: id,
      },
    ]),
  );
  recordEvent(tx, by, {
    verb: 'park.opened',
    subjectKind: 'park',
    subjectId: id,
    parkId: id,
    detail: { ...input },
  });
  return id;
}

/** Whether there is the region of a new park, and a park of its number already. */
async function registerOf(tx: Tx, { number, regionCode }: NewPark) {
  const [row] = await rowsOf<{ hasRegion: number; isTaken: number }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM "Region" WHERE "code" = ${regionCode}) AS "hasRegion",
      EXISTS (SELECT 1 FROM "Park" WHERE "number" = ${number}) AS "isTaken"`,
  );
  return row ?? { hasRegion: 0, isTaken: 0 };
}

import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { isUniqueViolation } from '../database/errors.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import { postEntries } from '../ledger/post-entries.js';

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
  const region = await tx.region.findUnique({ where: { code: input.regionCode } });
  refuseIf([
    !region && { field: 'regionCode', key: 'parks.unknown-region' },
    input.openedOn > today(by.at) && { field: 'openedOn', key: 'calendar.in-future' },
  ]);
  const { id } = await createPark(tx, input);
  const { regionCode, openedOn } = input;
  await tx.parkRegion.create({ data: { parkId: id, regionCode, beganOn: openedOn } });
  await postEntries(tx, by, [
    {
      effectiveOn: input.openedOn,
      measure: 'parks',
      parkId: id,
      ventureId: null,
      amount: 1,
      causeKind: 'park',
      causeId: id,
    },
  ]);
  recordEvent(tx, by, {
    verb: 'park.opened',
    subjectKind: 'park',
    subjectId: id,
    parkId: id,
    detail: { ...input },
  });
  return id;
}

async function createPark(tx: Tx, input: NewPark) {
  try {
    return await tx.park.create({ data: input, select: { id: true } });
  } catch (error) {
    if (isUniqueViolation(error, 'number'))
      throw new Refusal([{ field: 'number', key: 'parks.number-taken' }]);
    throw error;
  }
}

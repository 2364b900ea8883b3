import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { countyOf } from './counties.js';

/** A park with the region that it was in on a day, and the county of that: its `regionCode` is of the same day. */
export type ParkOnDay = Prisma.ParkGetPayload<{
  include: { region: { include: { parent: true } } };
}>;
type Region = ParkOnDay['region'];
type Stay = { beganOn: Day; region: Region };
type Register = { parks: ParkOnDay[]; stays: Map<number, Stay[]> };

const registers = new Kept<Register>(['Park', 'ParkRegion', 'Region'], 1);

/**
 * All parks by number, each in the region of the day: whatever groups, filters or adds up by county on a day reads this.
 * Who may see a park follows from the county of today alone. A park that had not opened by the day has the region of its
 * first day.
 */
export const parksOn = async (reads: Reads, day: Day): Promise<ParkOnDay[]> =>
  (await parksByDay(reads))(day);

/** All parks by number, each where it is now. */
export const parksNow = async (reads: Reads): Promise<ParkOnDay[]> =>
  (await registerOf(reads)).parks;

const registerOf = (reads: Reads): Promise<Register> =>
  registers.get(reads, 'all', () => readRegister(reads));

/** The same for any number of days, in one reading. */
export async function parksByDay(reads: Reads): Promise<(day: Day) => ParkOnDay[]> {
  const { parks, stays } = await registerOf(reads);
  return (day) =>
    parks.map((park) => {
      const own = stays.get(park.id) ?? [];
      const region = (own.findLast(({ beganOn }) => beganOn <= day) ?? own[0])?.region;
      return region === undefined || region.code === park.regionCode
        ? park
        : Object.assign({}, park, { region, regionCode: region.code });
    });
}

async function readRegister(reads: Reads): Promise<Register> {
  const regions = new Map(
    (await reads.region.findMany({ include: { parent: true } })).map((row) => [row.code, row]),
  );
  const regionOf = (code: string): Region => {
    const region = regions.get(code);
    if (!region) throw new Error(`there is no region ${code}`);
    return region;
  };
  const rows = await reads.park.findMany({ orderBy: { number: 'asc' } });
  const stays = new Map<number, Stay[]>();
  for (const { parkId, beganOn, regionCode } of await reads.parkRegion.findMany({
    orderBy: { beganOn: 'asc' },
  }))
    stays.set(parkId, [...(stays.get(parkId) ?? []), { beganOn, region: regionOf(regionCode) }]);
  return {
    parks: rows.map((row) => Object.assign(row, { region: regionOf(row.regionCode) })),
    stays,
  };
}

/** Whether a park lies in a region: a county holds the functional zones whose parent it is. */
export const isInRegion = ({ region }: Pick<ParkOnDay, 'region'>, code: string): boolean =>
  region.code === code || countyOf(region) === code;

import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { countyOf } from './counties.js';

/** A park as it was on a day, with the region that it was in, and the county of that. */
export type ParkOnDay = Prisma.ParkGetPayload<{
  include: { region: { include: { parent: true } } };
}>;
type Region = ParkOnDay['region'];
type Stay = { beganOn: Day; region: Region };
/** What of a park reports, charts and pages of a day read as of that day, beside its region. */
export const datedOfPark = [
  'nameZh',
  'nameEn',
  'islandZh',
  'islandEn',
  'villageZh',
  'villageEn',
  'operatorName',
  'mapX',
  'mapY',
] as const;
export type DatedOfPark = Pick<ParkOnDay, (typeof datedOfPark)[number]>;

/** What a park was until, not including, a day. */
type Earlier = { changedOn: Day; was: DatedOfPark };
type Register = {
  parks: ParkOnDay[];
  stays: Map<number, Stay[]>;
  /** By park, the earliest change first. */
  earlier: Map<number, Earlier[]>;
};

const registers = new Kept<Register>(['Park', 'ParkRegion', 'Region', 'EarlierPark'], 1);

/**
 * All parks by number, each in the region and place, and under the name, of the day: whatever groups, filters or adds up
 * by county or island on a day reads this.
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
  const { parks, stays, earlier } = await registerOf(reads);
  return (day) =>
    parks.map((park) => {
      const own = stays.get(park.id) ?? [];
      const region = (own.findLast(({ beganOn }) => beganOn <= day) ?? own[0])?.region;
      const was = earlier.get(park.id)?.find(({ changedOn }) => changedOn > day)?.was;
      const isElsewhere = region !== undefined && region.code !== park.regionCode;
      return isElsewhere || was !== undefined
        ? Object.assign({}, park, was, isElsewhere && { region, regionCode: region.code })
        : park;
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
    earlier: await readEarlier(reads),
  };
}

async function readEarlier(reads: Reads): Promise<Map<number, Earlier[]>> {
  const earlier = new Map<number, Earlier[]>();
  for (const {
    parkId,
    changedOn,
    id: _,
    enteredAt: __,
    enteredById: ___,
    ...was
  } of await reads.earlierPark.findMany({ orderBy: { changedOn: 'asc' } }))
    earlier.set(parkId, [...(earlier.get(parkId) ?? []), { changedOn, was }]);
  return earlier;
}

/** Whether a park lies in a region: a county holds the functional zones whose parent it is. */
export const isInRegion = ({ region }: Pick<ParkOnDay, 'region'>, code: string): boolean =>
  region.code === code || countyOf(region) === code;

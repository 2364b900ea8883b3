import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import type { Prisma } from '../../database/generated/client.js';
import { sql } from '../../database/sql.js';
import { makeSay } from '../../language/say.js';

/** An office that sends letters (发文机关): that of the city, or of a county, as it was entered from a day on. */
export type OfficeRow = {
  id: number;
  regionCode: string;
  fromOn: Day;
  nameZh: string;
  nameEn: string;
  /** 发文代字: what stands before the year of a document number. */
  series: string;
};

type Region = { code: string; nameZh: string; nameEn: string; kind: string };
/** How an office is called, and its series; null where the bureau has set none. */
export type Office = { name: { zh: string; en: string }; series: string | null };

/**
 * Regions whose office can send letters: the city, its counties, and a functional zone only where somebody reviews cases for
 * it, or letters of it were numbered before; the others belong to the bureau of their county.
 */
export const regionsWithOffice = {
  OR: [
    { kind: { not: 'zone' } },
    { offices: { some: {} } },
    { accounts: { some: { role: 'county-reviewer', isActive: true } } },
  ],
} satisfies Prisma.RegionWhereInput;

/** All offices that were entered, the newest first. */
export const officesEntered = (reads: Reads): Promise<OfficeRow[]> =>
  rowsOf(
    reads,
    sql`SELECT "id", "regionCode", "fromOn", "nameZh", "nameEn", "series" FROM "IssuingOffice"
      ORDER BY "fromOn" DESC, "id" DESC`,
  );

/** The office of a region on a day. */
export async function officeOn(reads: Reads, regionCode: string | null, day: Day): Promise<Office> {
  const regions = await rowsOf<Region>(
    reads,
    sql`SELECT "code", "nameZh", "nameEn", "kind" FROM "Region" WHERE "kind" = 'city' OR "code" = ${regionCode ?? ''}`,
  );
  const city = regions.find(({ kind }) => kind === 'city');
  const region = regions.find(({ code }) => code === regionCode) ?? city;
  if (!region) return { name: usualName(null), series: null };
  return officeAmong(await officesEntered(reads), region, day);
}

/** The same of some that are listed the newest first. */
export function officeAmong(rows: OfficeRow[], region: Region, day: Day): Office {
  const row = rows.find(({ regionCode, fromOn }) => regionCode === region.code && fromOn <= day);
  if (!row) return { name: usualName(region), series: null };
  return { name: { zh: row.nameZh, en: row.nameEn }, series: row.series };
}

/** How an office is called of which nothing was entered. */
export function usualName(region: Region | null): Office['name'] {
  const inWords = (lang: 'zh' | 'en') => {
    const say = makeSay(lang);
    if (!region || region.kind === 'city') return say('letter.office');
    return say('letter.office-of', { region: lang === 'zh' ? region.nameZh : region.nameEn });
  };
  return { zh: inWords('zh'), en: inWords('en') };
}

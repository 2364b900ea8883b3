import { createHash } from 'node:crypto';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import { upsertRow } from '../database/upsert-rows.js';
import type { Day } from './days.js';
import { type WorkCalendar, workCalendar, type YearOfDays } from './working-days.js';

/** A day of a notice as it is stored. */
export type StoredDay = { year: number; day: Day; kind: 'off' | 'worked' };

const setting = 'work-calendar';
const mostRemembered = 8;
/** By version, in the order of use. A version stands for its content, so none is ever out of date. */
const remembered = new Map<string, WorkCalendar>();

/** The version of the calendar that holds now, as a value within another question. */
export const calendarVersion: Sql = sql`(SELECT "value" FROM "Setting" WHERE "key" = ${setting})`;

/** The calendar that holds now. Its days are read again only when a notice was confirmed, by whichever process. */
export async function currentCalendar(reads: Reads): Promise<WorkCalendar> {
  const [row] = await rowsOf<{ version: string | null }>(
    reads,
    sql`SELECT ${calendarVersion} AS "version"`,
  );
  return calendarOf(reads, row?.version ?? '');
}

/** The same where the version has been read with something else. */
export async function calendarOf(reads: Reads, version: string): Promise<WorkCalendar> {
  const known = remembered.get(version);
  return known ?? remember(calendarOfDays(await storedDays(reads)));
}

/** The days of every year's newest confirmed notice, in their order. */
export const storedDays = (reads: Reads): Promise<StoredDay[]> =>
  rowsOf<StoredDay>(
    reads,
    sql`SELECT n."year", d."day", d."kind" FROM "HolidayNotice" n JOIN "HolidayDay" d ON d."noticeId" = n."id"
      WHERE n."confirmedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "HolidayNotice" l
        WHERE l."year" = n."year" AND l."edition" > n."edition" AND l."confirmedAt" IS NOT NULL)
      ORDER BY n."year", d."day"`,
  );

/** The calendar of some stored days, its version made from them. */
export function calendarOfDays(days: StoredDay[]): WorkCalendar {
  const years = new Map<number, { off: Day[]; worked: Day[] }>();
  for (const { year, day, kind } of days) {
    const of = years.get(year) ?? { off: [], worked: [] };
    years.set(year, of);
    of[kind].push(day);
  }
  const notices: YearOfDays[] = [...years].map(([year, { off, worked }]) => ({
    year,
    off,
    worked,
  }));
  return workCalendar(versionOf(days), notices);
}

/** Says that the notices have changed, in the transaction that changed them. @returns the calendar that holds now */
export async function restateCalendar(tx: Tx): Promise<WorkCalendar> {
  const calendar = calendarOfDays(await storedDays(tx));
  await upsertRow(tx, 'Setting', ['key'], { key: setting, value: calendar.version });
  return calendar;
}

function versionOf(days: StoredDay[]): string {
  const lines = days.map(({ year, day, kind }) => `${year} ${day} ${kind}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function remember(calendar: WorkCalendar): WorkCalendar {
  remembered.set(calendar.version, calendar);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return calendar;
}

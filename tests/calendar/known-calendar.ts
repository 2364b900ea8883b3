import { createRequire } from 'node:module';
import { calendarOfDays, type StoredDay } from '../../src/calendar/stored-calendar.js';

type Package = { holidays: Record<string, string>; workdays: Record<string, string> };
const { holidays, workdays }: Package = createRequire(import.meta.url)(
  'chinese-days/dist/chinese-days.json',
);

const of =
  (kind: StoredDay['kind']) =>
  (day: string): StoredDay => ({ year: Number(day.slice(0, 4)), day, kind });

/** The calendar of 2004 to 2026 as the package has it: what an installation begins with. */
export const knownCalendar = calendarOfDays(
  [...Object.keys(holidays).map(of('off')), ...Object.keys(workdays).map(of('worked'))].sort(
    (a, b) => (a.day < b.day ? -1 : 1),
  ),
);

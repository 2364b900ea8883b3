import { type Day, today } from '../calendar/days.js';
import { calendarOfDays, storedDays } from '../calendar/stored-calendar.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Viewer } from '../people/viewer.js';
import { canReadWaiting } from './permissions.js';

const include = {
  days: { orderBy: { day: 'asc' } },
  enteredBy: { select: { name: true } },
  confirmedBy: { select: { name: true } },
  discardedBy: { select: { name: true } },
} as const satisfies Prisma.HolidayNoticeInclude;
export type StoredNotice = Prisma.HolidayNoticeGetPayload<{ include: typeof include }>;

/** Confirmed notices are read by everybody; one that waits or was discarded by the bureau and the auditor. */
const noticesInScope = (viewer: Viewer): Prisma.HolidayNoticeWhereInput =>
  canReadWaiting(viewer) ? {} : { confirmedAt: { not: null } };

/** Every notice, the newest year and edition first. */
export const listNotices = (reads: Reads, viewer: Viewer): Promise<StoredNotice[]> =>
  reads.holidayNotice.findMany({
    where: noticesInScope(viewer),
    include,
    orderBy: [{ year: 'desc' }, { edition: 'desc' }],
  });

export const findNotice = (
  reads: Reads,
  viewer: Viewer,
  id: number,
): Promise<StoredNotice | null> =>
  reads.holidayNotice.findFirst({ where: { AND: [{ id }, noticesInScope(viewer)] }, include });

/** The calendar as it would be with a notice that waits in place of its year's. */
export async function calendarWith(
  reads: Reads,
  { year, days }: StoredNotice,
): Promise<WorkCalendar> {
  const others = (await storedDays(reads)).filter((item) => item.year !== year);
  const own = days.map(({ day, kind }) => ({ year, day, kind: kind as 'off' | 'worked' }));
  return calendarOfDays([...others, ...own]);
}

/** Notices come out in November, so from then on next year's is missed; this year's always is. */
export async function missingYear(reads: Reads, now: Date): Promise<number | null> {
  const on: Day = today(now);
  const year = Number(on.slice(0, 4));
  const wanted = on.slice(5) >= '11-01' ? [year, year + 1] : [year];
  const known = await reads.holidayNotice.findMany({
    where: { year: { in: wanted }, confirmedAt: { not: null } },
    select: { year: true },
  });
  return wanted.find((value) => !known.some((notice) => notice.year === value)) ?? null;
}

import type { TodayLine, TodaySource } from '../people/today-lines.js';
import { canEnterNotices } from './permissions.js';
import { holidayReminder } from './reminder.js';

/** A year whose days off nobody has entered, and notices of others that wait to be confirmed. */
export const holidaysToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canEnterNotices(viewer)) return null;
  const { say } = voice;
  const line = (of: { title: string; text: string; href: string; label: string }): TodayLine => ({
    href: of.href,
    title: of.title,
    text: of.text,
    due: null,
    isOverdue: false,
    phone: null,
    acts: [{ label: of.label, href: of.href }],
  });
  const missing = await holidayReminder(reads, now, voice);
  const waiting = await reads.holidayNotice.findMany({
    where: { confirmedAt: null, discardedAt: null, NOT: { enteredById: viewer.accountId } },
    select: { id: true, year: true, documentNumber: true },
    orderBy: { id: 'asc' },
  });
  const lines = [
    ...waiting.map(({ id, year, documentNumber }) =>
      line({
        href: `/holidays/${id}`,
        title: say('holidays.today.confirm', { year: String(year) }),
        text: documentNumber,
        label: say('holidays.today.look'),
      }),
    ),
    ...(missing && waiting.length === 0
      ? [line({ ...missing, href: '/holidays', label: say('holidays.missing.link') })]
      : []),
  ];
  return {
    id: 'holidays',
    title: say('holidays.today'),
    total: lines.length,
    lines,
    allHref: '/holidays',
  };
};

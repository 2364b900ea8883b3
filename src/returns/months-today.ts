import { today as dayOf, monthOf } from '../calendar/days.js';
import { day, month as monthText } from '../language/format.js';
import { linesOfAKind, type TodayLine, type TodaySource } from '../people/today-lines.js';
import { canClose, nextToClose, openParks } from './close-month.js';
import { monthsText } from './closing-confirmation.js';
import { openRequest } from './request-closing.js';
import { closingRequestHref } from './tell-closing.js';

/** The month that can be closed, as every return of it is accepted; and reopenings that wait for a second person. */
export const monthsToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canClose(viewer)) return null;
  const { say, lang } = voice;
  const on = dayOf(now);
  const lines: TodayLine[] = [];
  const asked = await reads.reopening.findMany({
    where: {
      agreedAt: null,
      refusedAt: null,
      endedAt: null,
      lastDay: { gte: on },
      NOT: { askedById: viewer.accountId },
    },
    orderBy: { id: 'asc' },
    take: linesOfAKind,
  });
  for (const { id, month, reason, lastDay } of asked) {
    const href = `/returns/reopenings/${id}`;
    const title = say('returns.reopening.one', { month: monthText(month, lang) });
    const due = { text: say('returns.today.until', { day: day(lastDay, lang) }), tone: null };
    const acts = [{ label: say('returns.today.decide'), href }];
    lines.push({ href, title, text: reason, due, isOverdue: false, phone: null, acts });
  }
  const closing = await openRequest(reads);
  if (closing && closing.askedById !== viewer.accountId) {
    const href = closingRequestHref(closing.id);
    const months = { from: closing.fromMonth, month: closing.month };
    const title = say('returns.closing.of', { months: monthsText(months, voice) });
    const text = `${closing.askedBy.name} · ${closing.reason}`;
    const acts = [{ label: say('returns.today.decide'), href }];
    lines.push({ href, title, text, due: null, isOverdue: false, phone: null, acts });
  }
  const next = closing ? null : await nextToClose(reads);
  if (next !== null && next < monthOf(on) && (await openParks(reads, next)).length === 0) {
    const href = `/returns/${next}/closing`;
    lines.push({
      href,
      title: say('returns.closing.title', { month: monthText(next, lang) }),
      text: say('returns.closing.all-done'),
      due: null,
      isOverdue: false,
      phone: null,
      acts: [{ label: say('returns.closing.link'), href }],
    });
  }
  return {
    id: 'months',
    title: say('returns.today.months'),
    total: lines.length,
    lines,
    allHref: null,
  };
};

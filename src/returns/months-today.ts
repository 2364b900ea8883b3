import { type Day, today as dayOf, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { day, months, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { TodayLine, TodaySource } from '../people/today-lines.js';
import type { Viewer } from '../people/viewer.js';
import { canClose, nextToClose, openParks } from './close-month.js';
import { monthsText } from './present-reopening.js';
import { type NamedRequest, openRequest } from './request-closing.js';
import { closingRequestHref } from './tell-closing.js';

/** The month that can be closed, as every return of it is accepted; and what waits for a second person. */
export const monthsToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canClose(viewer)) return null;
  const on = dayOf(now);
  const lines = await askedReopenings(reads, viewer, on, voice);
  const closing = await openRequest(reads);
  if (closing && closing.askedById !== viewer.accountId) lines.push(closingLine(closing, voice));
  if (!closing) lines.push(...(await nextLine(reads, on, voice)));
  return {
    id: 'months',
    title: voice.say('returns.today.months'),
    total: lines.length,
    lines,
    allHref: null,
  };
};

/** Every reopening that others ask for and that can be decided still: they stand together nowhere else. */
async function askedReopenings(
  reads: Reads,
  { accountId }: Viewer,
  on: Day,
  { say, lang }: Voice,
): Promise<TodayLine[]> {
  const asked = await reads.reopening.findMany({
    where: {
      agreedAt: null,
      refusedAt: null,
      endedAt: null,
      lastDay: { gte: on },
      NOT: { askedById: accountId },
    },
    orderBy: { id: 'asc' },
  });
  return asked.map((row) => {
    const href = `/returns/reopenings/${row.id}`;
    const due = { text: say('returns.today.until', { day: day(row.lastDay, lang) }), tone: null };
    return {
      href,
      title: say('returns.reopening.one', { month: monthsText(row, lang) }),
      text: row.reason,
      due,
      isOverdue: false,
      phone: null,
      acts: [{ label: say('returns.today.decide'), href }],
    };
  });
}

function closingLine({ id, fromMonth, month, askedBy, reason }: NamedRequest, voice: Voice) {
  const href = closingRequestHref(id);
  return {
    href,
    title: voice.say('returns.closing.of', { months: months(fromMonth, month, voice.lang) }),
    text: `${askedBy.name} · ${reason}`,
    due: null,
    isOverdue: false,
    phone: null,
    acts: [{ label: voice.say('returns.today.decide'), href }],
  };
}

async function nextLine(reads: Reads, on: Day, { say, lang }: Voice): Promise<TodayLine[]> {
  const next = await nextToClose(reads);
  if (next === null || next >= monthOf(on) || (await openParks(reads, next)).length > 0) return [];
  const href = `/returns/${next}/closing`;
  return [
    {
      href,
      title: say('returns.closing.title', { month: monthText(next, lang) }),
      text: say('returns.closing.all-done'),
      due: null,
      isOverdue: false,
      phone: null,
      acts: [{ label: say('returns.closing.link'), href }],
    },
  ];
}

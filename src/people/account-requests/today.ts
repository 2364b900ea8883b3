import { today as dayOf } from '../../calendar/days.js';
import { day } from '../../language/format.js';
import { canAddAccounts } from '../account-rules.js';
import { linesOfAKind, type TodaySource } from '../today-lines.js';
import { openAt, type RequestKind } from './account-request.js';
import { requestHref } from './present-request.js';

/** Requests of other administrators, which the viewer may confirm or decline. */
export const requestsToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canAddAccounts(viewer)) return null;
  const { say, lang } = voice;
  const { accountId } = viewer;
  const where = {
    AND: [
      openAt(now),
      { requestedById: { not: accountId } },
      { OR: [{ accountId: null }, { accountId: { not: accountId } }] },
    ],
  };
  const rows = await reads.accountRequest.findMany({
    where,
    include: { account: { select: { name: true } }, requestedBy: { select: { name: true } } },
    orderBy: { expiresAt: 'asc' },
    take: linesOfAKind,
  });
  return {
    id: 'account-requests',
    title: say('people.today.requests'),
    total: rows.length < linesOfAKind ? rows.length : await reads.accountRequest.count({ where }),
    lines: rows.map((row) => ({
      href: requestHref(row),
      title: [say(`people.request.kind.${row.kind as RequestKind}`), row.account?.name]
        .filter(Boolean)
        .join(' · '),
      text: say('people.today.requested', { name: row.requestedBy.name }),
      due: {
        text: say('people.today.until', { day: day(dayOf(row.expiresAt), lang) }),
        tone: null,
      },
      isOverdue: false,
      phone: null,
      acts: [{ label: say('people.today.decide'), href: requestHref(row) }],
    })),
    allHref: '/account-requests',
  };
};

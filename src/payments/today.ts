import { today as dayOf, monthOf } from '../calendar/days.js';
import { yuan } from '../language/format.js';
import { linesOfAKind, type TodayLine, type TodaySource } from '../people/today-lines.js';
import { claimsInScope, waitingAt } from './claims/find-claim.js';
import { claimHref, claimTag, grantHref } from './claims/present-claim.js';
import { claimableGrants } from './grants.js';

const line = (href: string, title: string, text: string, act: string): TodayLine => ({
  href,
  title,
  text,
  due: null,
  isOverdue: false,
  phone: null,
  acts: [{ label: act, href }],
});

/** A founder's subsidies: claims that wait for the founder, and what may be claimed now. */
export const ownSubsidiesToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (viewer.role !== 'founder') return null;
  const { say, lang } = voice;
  const open = await reads.subsidyClaim.findMany({
    where: { AND: [claimsInScope(viewer), { state: { in: ['draft', 'returned'] } }] },
    include: {
      lines: { select: { state: true } },
      waiver: { select: { number: true, venture: { select: { name: true } } } },
    },
    orderBy: { id: 'asc' },
  });
  const grants = await claimableGrants(reads, viewer, monthOf(dayOf(now)));
  const lines = [
    ...open.map((claim) =>
      line(
        claimHref(claim),
        claim.waiver.venture.name,
        [claim.number, claimTag(claim, voice).label].join(' · '),
        say('payments.today.go-on'),
      ),
    ),
    ...grants.map((grant) =>
      line(
        grantHref(grant),
        grant.venture,
        say('payments.today.claimable', { sum: yuan(grant.claimable, lang) }),
        say('payments.claim.new'),
      ),
    ),
  ];
  return {
    id: 'own-subsidies',
    title: say('payments.title'),
    total: lines.length,
    lines,
    allHref: '/payments',
  };
};

/** What waits at a desk: claims to check, to approve, and to pay. */
export const subsidiesToday: TodaySource = async ({ reads, viewer, voice }) => {
  const desks = (
    {
      'park-manager': ['park'],
      'county-reviewer': ['county', 'payment'],
      'bureau-staff': ['county', 'payment'],
    } as Record<string, ('park' | 'county' | 'payment')[]>
  )[viewer.role];
  if (!desks) return null;
  const { say, lang } = voice;
  const where = { AND: [claimsInScope(viewer), { OR: desks.map((desk) => waitingAt[desk]) }] };
  const total = await reads.subsidyClaim.count({ where });
  if (total === 0) return null;
  const rows = await reads.subsidyClaim.findMany({
    where,
    include: {
      lines: { select: { state: true }, orderBy: { id: 'asc' } },
      waiver: { select: { venture: { select: { name: true } } } },
    },
    orderBy: { id: 'asc' },
    take: linesOfAKind,
  });
  return {
    id: 'subsidies',
    title: say('payments.today.title'),
    total,
    lines: rows.map((claim) =>
      line(
        claim.state === 'approved' ? '/payments/batches' : claimHref(claim),
        claim.waiver.venture.name,
        [
          claim.number,
          say('payments.yuan-n', { sum: yuan(claim.fen, lang) }),
          claimTag(claim, voice).label,
        ].join(' · '),
        say(claim.state === 'approved' ? 'payments.today.pay' : 'payments.today.look'),
      ),
    ),
    allHref: '/payments/claims',
  };
};

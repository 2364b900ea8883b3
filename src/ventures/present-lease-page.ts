import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { NoticeGiver } from './give-notice.js';
import type { LeaseOnItsPage } from './lease-queries.js';
import { basisText } from './present-basis.js';
import { leaseFacts } from './present-lease.js';
import { endOf } from './renew-tenancy.js';

type Reading = { canWrite: boolean; now: Day };

/** A lease for its page, with the notice that stands and the scans of its agreement. */
export function presentLeasePage(lease: LeaseOnItsPage, { canWrite }: Reading, voice: Voice) {
  const { say, lang } = voice;
  const { id, notice, papers, waivers } = lease;
  const isOpen = lease.voidedAt === null && lease.endedOn === null;
  const ended =
    lease.endedOn === null || lease.voidedAt !== null
      ? []
      : [
          {
            label: say('ventures.end-tenancy.day'),
            value: day(lastDayOf(lease.endedOn), lang),
          },
        ];
  return {
    tag: lease.voidedAt === null ? null : say('ventures.lease.void-tag'),
    rows: [
      ...leaseFacts(lease, voice),
      { label: say('ventures.let.basis'), value: basisText(lease, voice) },
      ...waivers.map(({ application, beganOn, termEndOn, endedOn }) => ({
        label: say('ventures.lease.waiver'),
        value: say('ventures.lease.waiver-text', {
          number: application.number,
          from: day(beganOn, lang),
          to: day(lastDayOf(endedOn ?? termEndOn), lang),
        }),
      })),
      ...ended,
    ],
    notice: notice && {
      text: noticeText(notice, voice),
      note: notice.note,
      isEnded: lease.endedOn !== null,
      lastOn: lastDayOf(notice.endsOn),
      canAct: canWrite && isOpen,
      endLabel: say('ventures.notice.end', { day: day(lastDayOf(notice.endsOn), lang) }),
    },
    papers: papers.map((paper) => ({
      name: paper.proofFile.name,
      href: `/tenancies/${id}/papers/${paper.id}`,
      at: say('ventures.paper.at', { day: day(paper.attachedAt.toISOString().slice(0, 10), lang) }),
      removal: canWrite ? `/tenancies/${id}/papers/${paper.id}/removal` : null,
    })),
    canAttach: canWrite && lease.voidedAt === null,
    historyHref: `/history/tenancy/${id}`,
  };
}

/** Who gave notice, when, and for which day. */
export function noticeText(
  { givenBy, givenOn, endsOn }: { givenBy: string; givenOn: Day; endsOn: Day },
  { say, lang }: Voice,
): string {
  return say('ventures.notice.text', {
    by: say(`ventures.notice.by.${givenBy as NoticeGiver}`),
    given: day(givenOn, lang),
    last: day(lastDayOf(endsOn), lang),
  });
}

/** What can be done with a lease, the likely one first. */
export function leaseActions(lease: LeaseOnItsPage, { canWrite, now }: Reading, { say }: Voice) {
  if (lease.voidedAt !== null) return [];
  const at = (act: string) => `/tenancies/${lease.id}/${act}`;
  const isOpen = lease.endedOn === null;
  const goesOn = isOpen || endOf(lease) > now;
  const acts = [
    canWrite && goesOn && { href: at('renewal'), label: say('ventures.renewal.act') },
    { href: at('agreement'), label: say('ventures.agreement.print') },
    canWrite &&
      isOpen &&
      !lease.notice && { href: at('notice'), label: say('ventures.notice.title') },
    canWrite && isOpen && { href: at('end'), label: say('ventures.end-tenancy.title') },
    canWrite && { href: at('correction'), label: say('ventures.lease.correct-title') },
  ];
  return acts.filter((act) => act !== false);
}

import { addDays, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Act } from '../history/acts.js';
import { day } from '../language/format.js';
import type { Voice, WordKey } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { EventRow } from '../trail/queries.js';
import type { Subject } from '../trail/subjects.js';
import { daysToUndo } from '../ventures/merging/days-to-undo.js';
import type { Undo } from '../web/frame.js';

export type Done = { event: EventRow; subject: Subject | null; viewer: Viewer };
type Way = {
  label: WordKey;
  /** Null where this viewer has no way, or this one record. */
  href: (done: Done, reads: Reads) => string | null | Promise<string | null>;
  /** Whether it is done by the press itself: it needs no reason, and is taken back as easily. */
  isPress?: true;
  /** Reads the version that its button is about. */
  version?: (reads: Reads, done: Done) => Promise<{ version: number } | null>;
  days?: number;
};

const versionOfCase: Way['version'] = (reads, { event }) =>
  reads.waiverApplication.findUnique({
    where: { id: event.subjectId },
    select: { version: true },
  });

const detailOf = ({ event }: Done) => event.detail as Record<string, unknown>;
/** A page under that of what it was done to. */
const under =
  (path: string) =>
  ({ subject }: Done): string | null =>
    subject?.href ? `${subject.href}${path}` : null;
const byId =
  (before: string, after: string) =>
  ({ event }: Done): string =>
    `${before}${event.subjectId}${after}`;
const ofCase =
  (path: string) =>
  (done: Done): string =>
    `/waivers/${detailOf(done).number}${path}`;
const ofMerged =
  (before: string) =>
  (done: Done): string =>
    `${before}/${detailOf(done).mergedNumber}/merge/undo`;
const consentOf = (done: Done): string | null =>
  under(`/consents/${detailOf(done).purpose}/withdrawal`)(done);
const caseWithdrawal = (done: Done): string | null =>
  done.viewer.role === 'founder' ? ofCase('/withdrawal')(done) : null;

/** The page on which a role that was just given is void. */
async function roleVoiding(done: Done, reads: Reads): Promise<string | null> {
  const { subjectId: personId, ventureId } = done.event;
  const { role, beganOn } = detailOf(done);
  if (ventureId === null || typeof role !== 'string' || typeof beganOn !== 'string') return null;
  const held = await reads.personRole.findFirst({
    where: { personId, ventureId, role, beganOn },
    select: { id: true },
  });
  return held && under(`/people/${held.id}/void`)(done);
}

/** How each act is taken back; one that is not here has no verb that does, or stands on the page that it leads to. */
const ways: Partial<Record<Act, Way>> = {
  'space.added': { label: 'receipts.undo.void', href: under('/void') },
  'venture.logged': { label: 'receipts.undo.void', href: under('/void') },
  'venture.edited': { label: 'receipts.undo.correct', href: under('/edit') },
  'venture.merged': {
    label: 'ventures.merge.undo-title',
    href: ofMerged('/ventures'),
    days: daysToUndo,
  },
  'person.merged': {
    label: 'ventures.merge.undo-title',
    href: ofMerged('/people'),
    days: daysToUndo,
  },
  'venture.distinguished': { label: 'receipts.undo.take-back', href: () => '/ventures/doubles' },
  'person.distinguished': { label: 'receipts.undo.take-back', href: () => '/people/doubles' },
  'role.began': { label: 'receipts.undo.void', href: roleVoiding },
  'residency.began': {
    label: 'receipts.undo.correct',
    href: (done) => under(`/stays/${done.event.subjectId}/correction`)(done),
  },
  'tenancy.began': { label: 'receipts.undo.void', href: byId('/tenancies/', '/void') },
  // The lease before it goes on again.
  'tenancy.renewed': { label: 'receipts.undo.renewal', href: byId('/tenancies/', '/void') },
  'tenancy.notice-given': {
    label: 'receipts.undo.withdraw',
    href: byId('/tenancies/', '/notice/withdrawal'),
  },
  'tenancy.corrected': { label: 'receipts.undo.correct', href: byId('/tenancies/', '/correction') },
  'tenancy.ended': { label: 'receipts.undo.correct', href: byId('/tenancies/', '/correction') },
  'visit.logged': { label: 'receipts.undo.cancel', href: byId('/visits/', '/cancellation') },
  'visit.corrected': { label: 'receipts.undo.correct', href: byId('/visits/', '/edit') },
  'figure.published': { label: 'receipts.undo.withdraw', href: under('/withdrawal') },
  'figure.corrected': { label: 'receipts.undo.withdraw', href: under('/withdrawal') },
  'consent.given': { label: 'receipts.undo.withdraw', href: consentOf },
  'application.submit': { label: 'receipts.undo.withdraw', href: caseWithdrawal },
  'application.resubmit': { label: 'receipts.undo.withdraw', href: caseWithdrawal },
  'application.claimed': {
    label: 'receipts.undo.release',
    href: ofCase('/release'),
    isPress: true,
    version: versionOfCase,
  },
  'application.assigned': {
    label: 'receipts.undo.release',
    href: ofCase('/release'),
    isPress: true,
    version: versionOfCase,
  },
  'application.released': {
    label: 'receipts.undo.claim',
    href: ofCase('/claim'),
    isPress: true,
    version: versionOfCase,
  },
  'month.closed': {
    label: 'receipts.undo.reopen',
    href: (done) => `/returns/${detailOf(done).month}/reopening`,
  },
  'monthly-return.skipped': {
    label: 'receipts.undo.resume',
    href: ({ event, subject }) =>
      subject &&
      `/returns/${(event.detail as { month: string }).month}/${subject.number}/resumption`,
    isPress: true,
  },
  'policy.drafted': {
    label: 'receipts.undo.discard',
    href: ({ subject }) => subject && `/policies/${subject.number}/draft/discard`,
  },
  'account.deactivated': {
    label: 'receipts.undo.reactivate',
    href: byId('/accounts/', '/reactivation'),
  },
  'schedule.made': {
    label: 'receipts.undo.end-schedule',
    href: byId('/reports/schedules/', '/end'),
    isPress: true,
  },
  'cross-table.saved': {
    label: 'receipts.undo.remove',
    href: byId('/reports/cross-tables/', '/removal'),
  },
  'list-view.saved': {
    label: 'receipts.undo.remove',
    href: byId('/views/', '/removal'),
    isPress: true,
  },
  'list-view.removed': {
    label: 'receipts.undo.restore',
    href: byId('/views/', '/restoration'),
    isPress: true,
  },
  'holiday-notice.entered': {
    label: 'receipts.undo.discard',
    href: byId('/holidays/', '/discard'),
    isPress: true,
  },
};

/** How the viewer takes back what was just done, with the last day on which that works; null where there is no way. */
export async function undoOf(reads: Reads, done: Done, { say, lang }: Voice): Promise<Undo | null> {
  const { event } = done;
  const way = ways[event.verb as Act];
  const href = (await way?.href(done, reads)) ?? null;
  if (!way || href === null) return null;
  const last = way.days === undefined ? null : day(addDays(today(event.at), way.days), lang);
  return {
    label: say(way.label),
    href,
    isPress: way.isPress === true,
    version: way.version ? String((await way.version(reads, done))?.version ?? '') : null,
    term: last === null ? null : say('receipts.until', { day: last }),
  };
}

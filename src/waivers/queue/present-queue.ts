import { type Day, today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import { day } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import { parkName } from '../../ventures/residency-present.js';
import type { Line } from '../../web/list-table.js';
import { stateTag } from '../next-step.js';
import { stands } from '../notice.js';
import { canMove, canResolveObjections, isReviewer } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import type { queueColumns } from './queue-columns.js';
import { type QueueFilter, type QueueTab, queueAddress } from './queue-filter.js';
import type { PolicyNames, QueueLine } from './queue-queries.js';
import { tabsOf } from './queue-selection.js';

export type QueueContext = {
  viewer: Viewer;
  now: Date;
  calendar: WorkCalendar;
  policies: PolicyNames;
  here: string;
};

/** A case as a line of the queue. @param here where a press on it leads back to */
export function queueLine(
  line: QueueLine,
  { viewer, now, calendar, policies, here }: QueueContext,
  voice: Voice,
): Line<typeof queueColumns> {
  const { say, lang } = voice;
  const isMine = isReviewer(viewer, line);
  const isFree = line.claimedById === null || line.claimedById === viewer.accountId;
  const clock = clockOf({ ...line, calendar }, today(now), voice);
  const due = line.dueOn === null ? null : shownDay(calendar, line.dueOn, voice);
  return {
    choice:
      isMine && isFree
        ? {
            name: 'case',
            value: line.number,
            label: say('waivers.queue.choose', { number: line.number }),
            isChosen: false,
          }
        : null,
    cells: {
      number: { text: line.number, href: `/waivers/${line.number}` },
      venture: {
        text: line.venture.name,
        small: `${line.person.name} · ${parkName(line.park, lang)}`,
      },
      applicant: line.person.name,
      park: parkName(line.park, lang),
      policy: policies.get(line.policyId)?.name[lang] ?? '',
      state: { tag: stateTag(line.state, voice) },
      clock: clock.tone
        ? { tag: { label: clock.text, tone: clock.tone }, small: due }
        : { text: clock.text, small: due },
      submitted: line.submittedAt === null ? null : day(today(line.submittedAt), lang),
      holder: {
        text:
          line.claimedById === viewer.accountId
            ? say('waivers.queue.me')
            : (line.claimedBy?.name ?? null),
        act: isFree ? nextAct(line, viewer, today(now), voice) : null,
        presses: isMine ? pressesOf(line, { viewer, here }, say) : [],
      },
    },
  };
}

/** Taking a case in hand, and putting it back. */
function pressesOf(
  line: QueueLine,
  { viewer, here }: Pick<QueueContext, 'viewer' | 'here'>,
  say: Voice['say'],
) {
  const press = (to: 'claim' | 'release', label: string) => ({
    action: `/waivers/${line.number}/${to}`,
    label,
    of: line.number,
    isLink: to === 'release',
    fields: [
      { name: 'version', value: String(line.version) },
      { name: 'back', value: here },
    ],
  });
  if (line.claimedById === null) return [press('claim', say('waivers.review.claim.do'))];
  const isOwn = line.claimedById === viewer.accountId;
  return isOwn ? [press('release', say('waivers.review.claim.release'))] : [];
}

/** The page of what the viewer does next with a case, by its move. */
const nextActs = [
  ['accept', 'acceptance'],
  ['pass-park', 'review'],
  ['pass-county', 'review'],
  ['approve', 'determination'],
  ['grant', 'grant'],
  ['uphold', 'reconsideration-outcome'],
] as const;

/** What a case waits for from the viewer, as a button; null while its public notice runs. */
function nextAct(line: QueueLine, viewer: Viewer, on: Day, { say }: Voice) {
  const next = nextActs.find(([move]) => canMove(viewer, line, move));
  if (!next) return null;
  const [move, page] = next;
  if (line.isObjectedTo) return canResolveObjections(viewer) ? answerAct(line, say) : null;
  const isOnNotice = line.noticeTo === null || on < line.noticeTo || stands(line);
  if (move === 'grant' && isOnNotice) return null;
  return {
    href: `/waivers/${line.number}/${page}`,
    label: say(`waivers.act.${move}`),
    of: line.number,
  };
}

/** The case has each objection with its own page. */
const answerAct = ({ number }: QueueLine, say: Voice['say']) => ({
  href: `/waivers/${number}`,
  label: say('waivers.act.answer-objection'),
  of: number,
});

/** The tabs with their counts, each a link that keeps the filter. */
export const tabRows = (
  viewer: Viewer,
  { filter, tab, counts }: { filter: QueueFilter; tab: QueueTab; counts: Map<QueueTab, number> },
  { say }: Voice,
) =>
  tabsOf(viewer).map((value) => ({
    href: queueAddress({ ...filter, tab: value, page: 1 }),
    label: say(`waivers.queue.tab.${value}`),
    count: counts.get(value) ?? 0,
    current: value === tab,
  }));

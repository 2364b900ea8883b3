import { type Day, today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import { day } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import { parkName } from '../../ventures/residency-present.js';
import { stateTag } from '../next-step.js';
import { canMove, isReviewer } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import { type QueueFilter, type QueueTab, queueAddress } from './queue-filter.js';
import type { PolicyNames, QueueLine } from './queue-queries.js';
import { tabsOf } from './queue-selection.js';

export type QueueContext = {
  viewer: Viewer;
  now: Date;
  calendar: WorkCalendar;
  policies: PolicyNames;
};

/** A case as a line of the queue, in plain named values. */
export function queueRow(
  line: QueueLine,
  { viewer, now, calendar, policies }: QueueContext,
  voice: Voice,
) {
  const { say, lang } = voice;
  const isMine = isReviewer(viewer, line);
  const isFree = line.claimedById === null || line.claimedById === viewer.accountId;
  const holder = line.claimedBy?.name ?? null;
  return {
    number: line.number,
    href: `/waivers/${line.number}`,
    version: line.version,
    venture: line.venture.name,
    applicant: line.person.name,
    park: parkName(line.park, lang),
    policy: policies.get(line.policyId)?.name[lang] ?? '',
    state: stateTag(line.state, voice),
    clock: clockOf({ ...line, calendar }, today(now), voice),
    due: line.dueOn === null ? '' : shownDay(calendar, line.dueOn, voice),
    submitted: line.submittedAt === null ? '' : day(today(line.submittedAt), lang),
    holder: line.claimedById === viewer.accountId ? say('waivers.queue.me') : (holder ?? ''),
    act: isFree ? nextAct(line, viewer, today(now), voice) : null,
    canClaim: isMine && line.claimedById === null,
    canRelease: isMine && line.claimedById === viewer.accountId,
    canChoose: isMine && isFree,
  };
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
  if (move === 'grant' && (line.noticeTo === null || on < line.noticeTo)) return null;
  return { href: `/waivers/${line.number}/${page}`, label: say(`waivers.act.${move}`) };
}

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

import { today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import { day } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import { parkName } from '../../ventures/residency-present.js';
import { stateTag } from '../next-step.js';
import { isReviewer } from '../permissions.js';
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
    canClaim: isMine && line.claimedById === null,
    canRelease: isMine && line.claimedById === viewer.accountId,
    canChoose: isMine && (line.claimedById === null || line.claimedById === viewer.accountId),
  };
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

import { today as dayOf } from '../../calendar/days.js';
import { currentCalendar } from '../../calendar/stored-calendar.js';
import { applicationsInScope } from '../../people/case-scope.js';
import type { TodaySource } from '../../people/today-lines.js';
import { stateTag } from '../next-step.js';
import { clockOf } from '../present-clock.js';
import { type StateName, states } from '../states.js';

export const withFounder = (Object.keys(states) as StateName[]).filter(
  (state) => states[state].desk === 'founder',
);

/** A founder's own cases that wait for the founder: a draft, or what has to be corrected and by when. */
export const ownCasesToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (viewer.role !== 'founder') return null;
  const { say } = voice;
  const rows = await reads.waiverApplication.findMany({
    where: { AND: [applicationsInScope(viewer), { state: { in: withFounder } }] },
    select: {
      number: true,
      state: true,
      dueOn: true,
      noticeTo: true,
      pausedFrom: true,
      pausedTo: true,
      venture: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  });
  const calendar = await currentCalendar(reads);
  const on = dayOf(now);
  return {
    id: 'own-cases',
    title: say('waivers.mine'),
    total: rows.length,
    lines: rows.map((row) => ({
      href: `/waivers/${row.number}`,
      title: row.venture.name,
      text: [row.number, stateTag(row.state, voice).label].join(' · '),
      due:
        row.dueOn === null
          ? null
          : { ...clockOf({ ...row, isObjectedTo: false, calendar }, on, voice), tone: 'heed' },
      isOverdue: row.dueOn !== null && row.dueOn < on,
      phone: null,
      acts: [{ label: say('waivers.today.fill'), href: `/waivers/${row.number}` }],
    })),
    allHref: '/waivers',
  };
};

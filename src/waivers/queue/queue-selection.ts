import { addDays, type Day, today } from '../../calendar/days.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Viewer } from '../../people/viewer.js';
import { lastDayOf } from '../clock.js';
import { soonWithin } from '../present-clock.js';
import { applicationsInScope } from '../scope.js';
import { type Desk, type MoveName, moves, type StateName, states } from '../states.js';
import type { QueueFilter, QueueTab } from './queue-filter.js';

type Where = Prisma.WaiverApplicationWhereInput;

const nothing: Where = { id: { in: [] } };
const stateNames = Object.keys(states) as StateName[];
const judging = (Object.keys(moves) as MoveName[]).filter((move) => moves[move].judges);

const desksOf: Partial<Record<Viewer['role'], Desk[]>> = {
  'park-manager': ['park'],
  'county-reviewer': ['county'],
  'bureau-staff': ['bureau'],
  auditor: ['park', 'county', 'bureau'],
};

/** The tabs that a viewer has: an auditor has no case in hand, and only the bureau grants. */
export function tabsOf({ role }: Viewer): QueueTab[] {
  if (role === 'auditor') return ['unclaimed', 'soon', 'overdue', 'ready', 'founder', 'all'];
  const common: QueueTab[] = ['waiting', 'unclaimed', 'mine', 'soon', 'overdue'];
  return [...common, ...(role === 'bureau-staff' ? (['ready'] as const) : []), 'founder', 'all'];
}

const atDesks = (desks: Desk[]): StateName[] =>
  stateNames.filter((state) => desks.includes(states[state].desk));

/** On notice, its days over, and no objection open. */
const ready = (on: Day): Where => ({
  ...{ state: 'notice', noticeTo: { lte: on } },
  objections: { none: { state: 'open' } },
});

/** What lies at the viewer's desk: for the bureau also what is on notice and can go on, or was objected to. */
function atMyDesk({ role }: Viewer, on: Day): Where {
  const desks = desksOf[role];
  if (!desks) return nothing;
  const own: Where = { state: { in: atDesks(desks) } };
  if (!desks.includes('bureau')) return own;
  return { OR: [own, ready(on), { state: 'notice', objections: { some: { state: 'open' } } }] };
}

/** Cases that the viewer has stepped aside from or judged at another desk wait for somebody else. */
function mayJudge({ accountId, role }: Viewer): Where {
  const desks = desksOf[role] ?? [];
  return {
    steps: { none: { byId: accountId, move: 'recuse' } },
    NOT: atDesks(desks).map((state) => ({
      state,
      steps: { some: { byId: accountId, move: { in: judging }, fromState: { not: state } } },
    })),
  };
}

function inTab(tab: QueueTab, viewer: Viewer, on: Day): Where {
  const desk = atMyDesk(viewer, on);
  const { accountId } = viewer;
  switch (tab) {
    case 'waiting':
      return {
        AND: [desk, mayJudge(viewer), { OR: [{ claimedById: null }, { claimedById: accountId }] }],
      };
    case 'unclaimed':
      return { AND: [desk, { claimedById: null }] };
    case 'mine':
      return { claimedById: accountId };
    case 'soon':
      return { AND: [desk, { dueOn: { gte: on, lte: soon(on) } }] };
    case 'overdue':
      return { AND: [desk, { dueOn: { lt: on } }] };
    case 'ready':
      return ready(on);
    case 'founder':
      return { state: { in: atDesks(['founder']) } };
    case 'all':
      return {};
  }
}

/** The last day that counts as soon; where the holidays are not known, as many days as a weekend makes of it. */
const soon = (on: Day): Day => lastDayOf(on, soonWithin) ?? addDays(on, soonWithin + 2);

/** The cases of a tab that the viewer sees, under the filter. */
export function queueWhere(
  viewer: Viewer,
  tab: QueueTab,
  { policy, park, age }: Pick<QueueFilter, 'policy' | 'park' | 'age'>,
  now: Date,
): Where {
  const on = today(now);
  return {
    AND: [
      applicationsInScope(viewer),
      inTab(tab, viewer, on),
      policy === null ? {} : { policyVersion: { policy: { code: policy } } },
      park === null ? {} : { park: { number: park } },
      age === null ? {} : { submittedAt: { lte: daysAgo(now, Number(age)) } },
    ],
  };
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

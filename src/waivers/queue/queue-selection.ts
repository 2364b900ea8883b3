import { type Day, today } from '../../calendar/days.js';
import { addWorkingDays, type WorkCalendar } from '../../calendar/working-days.js';
import { join, type Sql, sql } from '../../database/sql.js';
import { foundBy } from '../../find/found-by.js';
import { applicationScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';
import { findableCases } from '../findable-cases.js';
import { soonWithin } from '../present-clock.js';
import { type Desk, judgingSteps, type StateName, states } from '../states.js';
import type { QueueFilter, QueueTab } from './queue-filter.js';

const stateNames = Object.keys(states) as StateName[];

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

const list = (values: (string | number)[]): Sql =>
  values.length === 0 ? sql`(NULL)` : sql`(${join(values)})`;
const all = (...conditions: Sql[]): Sql => sql`(${join(conditions, ' AND ')})`;

/** On notice, with an objection that was not answered yet. */
export const objectedTo = sql`a."id" IN (SELECT "applicationId" FROM "Objection" WHERE "state" = 'open')`;

/** On notice, its days over, and no objection open. */
const ready = (on: Day): Sql =>
  sql`(a."state" = 'notice' AND a."noticeTo" <= ${on} AND NOT (${objectedTo}))`;

/** What lies at the viewer's desk: for the bureau also what is on notice and can go on, or was objected to. */
function atMyDesk({ role }: Viewer, on: Day): Sql {
  const desks = desksOf[role] ?? [];
  const own = sql`a."state" IN ${list(atDesks(desks))}`;
  if (!desks.includes('bureau')) return own;
  return sql`(${own} OR (a."state" = 'notice' AND (a."noticeTo" <= ${on} OR ${objectedTo})))`;
}

/** Cases that the viewer has stepped aside from or judged at another desk wait for somebody else. */
function mayJudge({ accountId, role }: Viewer): Sql {
  const own = list(atDesks(desksOf[role] ?? []));
  return sql`NOT EXISTS (SELECT 1 FROM "WaiverStep" s WHERE s."applicationId" = a."id" AND s."byId" = ${accountId}
    AND (s."move" = 'recuse' OR ((a."state" IN ${own} OR ${objectedTo}) AND s."move" IN ${list([...judgingSteps])} AND s."fromState" <> a."state")))`;
}

/** At the viewer's desk, in nobody else's hand, and not barred to the viewer. */
const waitsFor = (viewer: Viewer, on: Day): Sql =>
  all(
    atMyDesk(viewer, on),
    sql`(a."claimedById" IS NULL OR a."claimedById" = ${viewer.accountId})`,
    mayJudge(viewer),
  );

/** How many cases wait for the viewer, as a value within another question: those of the tab of that name. */
export const countWaiting = (viewer: Viewer, on: Day): Sql =>
  sql`(SELECT COUNT(*) FROM "WaiverApplication" a
    WHERE ${applicationScope(viewer).sql} AND ${waitsFor(viewer, on)})`;

/** The cases, as `a`, that wait for the viewer, and those of the desk that are overdue, whoever has them in hand. */
export const deskOfToday = (viewer: Viewer, on: Day): Sql =>
  sql`${applicationScope(viewer).sql} AND (${waitsFor(viewer, on)}
    OR (${atMyDesk(viewer, on)} AND a."dueOn" < ${on}))`;

function inTab(tab: QueueTab, viewer: Viewer, { now, calendar }: Moment): Sql {
  const on = today(now);
  const desk = atMyDesk(viewer, on);
  const { accountId } = viewer;
  switch (tab) {
    case 'waiting':
      return waitsFor(viewer, on);
    case 'unclaimed':
      return all(desk, sql`a."claimedById" IS NULL`);
    case 'mine':
      return sql`a."claimedById" = ${accountId}`;
    case 'soon':
      return all(
        desk,
        sql`a."dueOn" BETWEEN ${on} AND ${addWorkingDays(calendar, on, soonWithin)}`,
      );
    case 'overdue':
      return all(desk, sql`a."dueOn" < ${on}`);
    case 'ready':
      return ready(on);
    case 'founder':
      return sql`a."state" IN ${list(atDesks(['founder']))}`;
    case 'all':
      return sql`TRUE`;
  }
}

type Moment = { now: Date; calendar: WorkCalendar };
export type QueueQuery = Moment & {
  tab: QueueTab;
  filter: Pick<QueueFilter, 'policy' | 'park' | 'age'> & { q?: string };
};

/** The cases, as `a`, that the viewer sees under the filter, whatever the tab. */
function inSight(
  viewer: Viewer,
  { policy, park, age, q = '' }: QueueQuery['filter'],
  now: Date,
): Sql {
  const narrowed = [
    policy !== null && sql`a."policyId" = (SELECT "id" FROM "Policy" WHERE "code" = ${policy})`,
    park !== null && sql`a."parkId" = (SELECT "id" FROM "Park" WHERE "number" = ${park})`,
    age !== null && sql`a."submittedAt" <= ${daysAgo(now, Number(age))}`,
    foundBy(findableCases, viewer, q) ?? false,
  ];
  return join(
    [applicationScope(viewer).sql, ...narrowed.filter((item) => item !== false)],
    ' AND ',
  );
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** The cases, as `a`, of a tab that the viewer sees, under the filter. */
export const selected = (viewer: Viewer, { tab, filter, now, calendar }: QueueQuery): Sql =>
  sql`FROM "WaiverApplication" a
    WHERE ${inSight(viewer, filter, now)} AND ${inTab(tab, viewer, { now, calendar })}`;

/** What is over is in one tab only, however much of it there is. */
const isOverTab = (tab: QueueTab): boolean => tab === 'all' || tab === 'mine';

/** One row with how many cases each tab holds: those that are under way are looked at once for all of them. */
export function tabCounts(viewer: Viewer, { filter, now, calendar }: Omit<QueueQuery, 'tab'>): Sql {
  const tabs = tabsOf(viewer);
  const counts = tabs.map((tab) => {
    const name = sql([`"${tab}"`]);
    if (isOverTab(tab))
      return sql`(SELECT COUNT(*) ${selected(viewer, { tab, filter, now, calendar })}) AS ${name}`;
    return sql`COUNT(*) FILTER (WHERE ${inTab(tab, viewer, { now, calendar })}) AS ${name}`;
  });
  const underWay = stateNames.filter((state) => states[state].desk !== 'nobody');
  return sql`SELECT ${join(counts)} FROM "WaiverApplication" a
    WHERE a."state" IN ${list(underWay)} AND ${inSight(viewer, filter, now)}`;
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../src/calendar/days.js';
import { workingDaysBetween } from '../../src/calendar/working-days.js';
import { type Db, transact } from '../../src/database/database.js';
import { applicationsInScope } from '../../src/people/case-scope.js';
import type { Viewer } from '../../src/people/viewer.js';
import { viewerOfAccount } from '../../src/people/viewer-of-account.js';
import { isReviewer } from '../../src/waivers/permissions.js';
import type { QueueTab } from '../../src/waivers/queue/queue-filter.js';
import { countQueue, everyCase, listQueue } from '../../src/waivers/queue/queue-queries.js';
import { tabsOf } from '../../src/waivers/queue/queue-selection.js';
import { type MoveName, moves, type StateName, states } from '../../src/waivers/states.js';
import { knownCalendar } from '../calendar/known-calendar.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import type { TestApp } from '../web/client.js';
import { manyCases, startQueue } from './many-cases.js';

const now = new Date('2025-06-10T02:00:00Z');
const on = today(now);
const any = { policy: null, park: null, age: null };
const reviewers = ['park1', 'park2', 'putuo', 'bureau', 'bureau2', 'auditor'];

let scratch: Scratch;
let app: TestApp;
let db: Db;
const viewers: Viewer[] = [];
beforeAll(async () => {
  scratch = await scratchDatabase();
  db = scratch.db;
  app = await startQueue(db);
  await manyCases(db, 240);
  await unsettle();
  for (const username of reviewers) {
    const { id } = await db.account.findUniqueOrThrow({ where: { username } });
    const viewer = await viewerOfAccount(db, id);
    if (viewer) viewers.push(viewer);
  }
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

/** Claims, objections, days that lie around today, cases that were judged or stepped aside from, and drafts. */
async function unsettle(): Promise<void> {
  const accounts = await db.account.findMany({ where: { username: { in: reviewers } } });
  const idOf = (name: string) => accounts.find(({ username }) => username === name)?.id as number;
  const cases = await db.waiverApplication.findMany({ orderBy: { id: 'asc' } });
  const names = Object.keys(states) as StateName[];
  await transact(db, async (tx) => {
    for (const [i, { id, state: was }] of cases.entries()) {
      const state = i % 3 === 0 ? (names[i % names.length] as StateName) : (was as StateName);
      const holder = idOf(i % 2 === 0 ? 'bureau' : 'park1');
      const isClaimed = i % 7 === 0 && states[state].desk !== 'nobody';
      const day = `2025-06-${String(3 + (i % 17)).padStart(2, '0')}`;
      await tx.waiverApplication.update({
        where: { id },
        data: {
          state,
          dueOn: states[state].limit === null || i % 11 === 0 ? null : day,
          ...(isClaimed ? { claimedById: holder, claimedAt: now } : {}),
          ...(state === 'notice' ? { noticeFrom: '2025-05-20', noticeTo: day } : {}),
          ...(state === 'draft' ? { submittedAt: null } : {}),
          ...(i % 26 === 0 ? { begunById: idOf('park1') } : {}),
          ...(i % 5 === 0 && state !== 'draft'
            ? { submittedAt: new Date('2025-06-08T02:00:00Z') }
            : {}),
        },
      });
      const by = { applicationId: id, at: now, byId: idOf(i % 2 === 0 ? 'bureau' : 'putuo') };
      if (i % 4 === 0)
        await tx.waiverStep.create({
          data: { ...by, move: 'pass-county', fromState: 'county-review', toState: state },
        });
      if (i % 13 === 0)
        await tx.waiverStep.create({
          data: { ...by, move: 'recuse', fromState: state, toState: state },
        });
      if (state === 'notice' && i % 4 === 1)
        await tx.objection.create({
          data: {
            applicationId: id,
            at: now,
            number: `Y2025-${String(i).padStart(4, '0')}`,
            checkCode: 'ABCDE-FGHJK',
            name: '',
            phone: '',
            ground: 'untrue',
            text: '不符',
            state: 'open',
          },
        });
    }
  });
}

const withAll = { steps: true, objections: true } as const;
type Whole = Awaited<ReturnType<typeof everyCaseOf>>[number];
const everyCaseOf = (viewer: Viewer) =>
  db.waiverApplication.findMany({
    where: applicationsInScope(viewer),
    include: withAll,
    orderBy: { id: 'asc' },
  });

/** The same question asked of each case by itself, by what the desks ask. */
function isIn(tab: QueueTab, viewer: Viewer, one: Whole): boolean {
  const isObjectedTo = one.objections.some(({ state }) => state === 'open');
  const isReady = one.state === 'notice' && (one.noticeTo ?? '') <= on && !isObjectedTo;
  const { desk } = states[one.state as StateName];
  const isReviewed = viewer.role === 'auditor' ? ['park', 'county', 'bureau'].includes(desk) : null;
  const isOnNotice = one.state === 'notice';
  const goesOn = ['auditor', 'bureau-staff'].includes(viewer.role) && (isReady || isObjectedTo);
  const isMine = isOnNotice ? goesOn : (isReviewed ?? isReviewer(viewer, one));
  const mayJudge = !one.steps.some(({ byId, move, fromState }) => {
    if (byId !== viewer.accountId) return false;
    if (move === 'recuse') return true;
    return !isReady && moves[move as MoveName].judges && fromState !== one.state;
  });
  const isFree = one.claimedById === null;
  const left =
    one.dueOn === null || one.dueOn < on ? null : workingDaysBetween(knownCalendar, on, one.dueOn);
  const answers: Record<QueueTab, boolean> = {
    waiting: isMine && mayJudge && (isFree || one.claimedById === viewer.accountId),
    unclaimed: isMine && isFree,
    mine: one.claimedById === viewer.accountId,
    soon: isMine && left !== null && left <= 2 && one.dueOn !== null,
    overdue: isMine && one.dueOn !== null && one.dueOn < on,
    ready: isReady,
    founder: desk === 'founder',
    all: true,
  };
  return answers[tab];
}

async function numbersOf(viewer: Viewer, asked: Parameters<typeof everyCase>[2]) {
  const numbers: string[] = [];
  for await (const lines of everyCase(db, viewer, asked))
    numbers.push(...lines.map(({ number }) => number));
  return numbers;
}

const order = { sort: 'clock', order: null } as const;

it('counts in every tab what its list and its file hold, and what each case says by itself', async () => {
  const held = new Map<QueueTab, number>();
  for (const viewer of viewers) {
    const cases = await everyCaseOf(viewer);
    for (const tab of tabsOf(viewer)) {
      const asked = { tab, filter: any, now, calendar: knownCalendar };
      const expected = cases.filter((one) => isIn(tab, viewer, one)).map(({ number }) => number);
      const told = `${viewer.username} ${tab}`;
      expect((await numbersOf(viewer, { ...asked, order })).toSorted(), told).toEqual(
        expected.toSorted(),
      );
      const { counts } = await listQueue(db, viewer, { ...asked, order, page: 1 });
      expect(counts.get(tab), told).toBe(expected.length);
      expect(await countQueue(db, viewer, asked), told).toBe(expected.length);
      held.set(tab, (held.get(tab) ?? 0) + expected.length);
    }
  }
  expect([...held].filter(([, count]) => count === 0)).toEqual([]);
});

it('turns its pages in the order of the days that are due, each case once', async () => {
  for (const viewer of viewers) {
    const asked = { tab: 'all', filter: any, now, calendar: knownCalendar } as const;
    const seen: { number: string; dueOn: string | null }[] = [];
    for (const page of [1, 2, 3, 4, 5])
      seen.push(...(await listQueue(db, viewer, { ...asked, order, page })).lines);
    const days = seen.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    const numbers = new Set(seen.map(({ number }) => number));
    expect([...numbers].toSorted()).toEqual(
      (await numbersOf(viewer, { ...asked, order })).slice(0, 250).toSorted(),
    );
  }
});

it('narrows by policy, park and age', async () => {
  const bureau = viewers.find(({ username }) => username === 'bureau') as Viewer;
  const asked = { tab: 'all', now, calendar: knownCalendar } as const;
  const count = (filter: Partial<typeof any> | object) =>
    countQueue(db, bureau, { ...asked, filter: { ...any, ...filter } });
  const total = await count({});
  expect((await count({ park: 'P01' })) + (await count({ park: 'P02' }))).toBe(total);
  expect((await count({ policy: 'rent-free' })) + (await count({ policy: 'rent-subsidy' }))).toBe(
    total,
  );
  expect(await count({ age: '7' })).toBe(
    await db.waiverApplication.count({
      where: { submittedAt: { lte: new Date('2025-06-03T02:00:00Z') } },
    }),
  );
});

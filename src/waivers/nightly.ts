import { addDays, type Day, today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { PolicyRules } from '../policies/rules.js';
import { bothSay, tellApplicant } from './announce-move.js';
import { dueDays, lastDayOf } from './clock.js';
import { lapseCorrections } from './lapse-corrections.js';
import { renewalOf } from './renewal.js';
import { type StateName, states } from './states.js';

/** What the nightly run did: cases that lapsed, people told that a waiver ends, cases whose days are known now. */
export type Night = { lapsed: number; told: number; dated: number };

/** What time alone does to cases and waivers. It can run as often as one likes: whatever it did it does once. */
export async function runNight(db: Db, at: Date): Promise<Night> {
  const lapsed = await lapseCorrections(db, at);
  return { lapsed, told: await tellEndings(db, at), dated: await fillInDays(db) };
}

const before = [
  { days: 7, key: 'waivers.message.ends-7' },
  { days: 30, key: 'waivers.message.ends-30' },
] as const;

/** Tells whose waiver ends within 30 days, and again within 7, with whether it can be gone on with. */
async function tellEndings(db: Db, at: Date): Promise<number> {
  const on = today(at);
  const waivers = await db.waiver.findMany({
    where: { endedOn: null, termEndOn: { gt: on, lte: addDays(on, 30) } },
    include: { application: { include: { policyVersion: { select: { rules: true } } } } },
    orderBy: { id: 'asc' },
  });
  const hrefs = waivers.map(({ application }) => `/waivers/${application.number}`);
  const told = await db.outboxMessage.findMany({
    where: { key: { in: before.map(({ key }) => key) }, href: { in: hrefs } },
    select: { key: true, href: true },
  });
  const isTold = new Set(told.map(({ key, href }) => `${key} ${href}`));
  const due = waivers.flatMap((waiver) => {
    const { key } = before.find(({ days }) => waiver.termEndOn <= addDays(on, days)) ?? before[1];
    return isTold.has(`${key} /waivers/${waiver.application.number}`) ? [] : [{ waiver, key }];
  });
  for (const { waiver, key } of due) {
    const renewal = await renewalOf(db, waiver, on);
    const text = renewal.can
      ? bothSay('waivers.message.renew-can', { n: renewal.months })
      : bothSay(`waivers.message.renew-${renewal.why}`);
    const day = { day: addDays(waiver.termEndOn, -1) };
    await transact(db, (tx) =>
      tellApplicant(tx, { accountId: null, at }, waiver.application, key, {
        waiver: waiver.number,
        day,
        renewal: text,
      }),
    );
  }
  return due.length;
}

/** The days of cases that could not be told while the holidays of a year were not known. */
async function fillInDays(db: Db): Promise<number> {
  const limited = (Object.keys(states) as StateName[]).filter(
    (name) => states[name].limit !== null,
  );
  const running = limited.filter((name) => states[name].clock === 'runs');
  const undated = await db.waiverApplication.findMany({
    where: {
      objections: { none: { state: 'open' } },
      OR: [
        { state: { in: limited }, dueOn: null },
        { state: { in: running }, determineBy: null },
      ],
    },
    include: {
      policyVersion: { select: { rules: true } },
      steps: { orderBy: { id: 'asc' }, select: { at: true, toState: true } },
    },
    orderBy: { id: 'asc' },
  });
  let dated = 0;
  for (const one of undated) {
    const days = daysNow(one);
    if (days.dueOn === one.dueOn && days.determineBy === one.determineBy) continue;
    const where = { id: one.id, version: one.version };
    dated += (await db.waiverApplication.updateMany({ where, data: days })).count;
  }
  return dated;
}

type Undated = {
  state: string;
  stateSince: Date;
  noticeTo: Day | null;
  policyVersion: { rules: unknown };
  steps: { at: Date; toState: string }[];
};

function daysNow({ state, stateSince, noticeTo, policyVersion, steps }: Undated) {
  const { limits } = PolicyRules.parse(policyVersion.rules);
  if (state === 'notice' && noticeTo !== null)
    return { dueOn: lastDayOf(addDays(noticeTo, -1), limits.deliver), determineBy: null };
  const until = steps.filter((step) => step.at <= stateSince);
  return dueDays(state as StateName, limits, { steps: until, on: today(stateSince) });
}

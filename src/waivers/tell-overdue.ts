import { addDays, today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { isProvisional } from '../calendar/working-days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { announceAll } from '../outbox/announce.js';
import { wordsOf } from '../policies/form-of.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { daysWorth, tellApplicant } from './announce-move.js';
import { openStates, type StateName, states } from './states.js';

/** Where the clock of a case stands and it is the office that is waited for: no other term would ever end it. */
export const waitsForOffice: readonly StateName[] = openStates.filter(
  (state) => states[state].clock === 'stands' && states[state].desk !== 'founder',
);

/** Whoever answers, and whoever watches over them, is told again for as long as it is overdue. */
const againAfterDays = 7;

const select = {
  number: true,
  personId: true,
  dueOn: true,
  policyVersion: { select: { rules: true } },
} as const satisfies Prisma.WaiverApplicationSelect;
type Overdue = Prisma.WaiverApplicationGetPayload<{ select: typeof select }>;

/**
 * Tells of what the office owes a case whose clock stands, once its term is over: the bureau and the auditors each week until it is done, the
 * applicant once for each day that has passed. Part of the nightly run. @returns of how many cases somebody was told
 */
export async function tellOverdue(db: Db, at: Date): Promise<number> {
  const passed = await db.waiverApplication.findMany({
    where: { state: { in: [...waitsForOffice] }, dueOn: { lt: today(at) } },
    select,
    orderBy: { id: 'asc' },
  });
  if (passed.length === 0) return 0;
  const calendar = await currentCalendar(db);
  const overdue = passed.filter(({ dueOn }) => dueOn !== null && !isProvisional(calendar, dueOn));
  return transact(db, async (tx) => {
    const by = { accountId: null, at };
    const applicants = await tellApplicants(tx, by, overdue);
    const staff = await tellStaff(tx, by, overdue);
    return new Set([...applicants, ...staff]).size;
  });
}

const hrefOf = ({ number }: Pick<Overdue, 'number'>): string => `/waivers/${number}`;

async function tellApplicants(tx: Tx, by: Actor, overdue: Overdue[]): Promise<string[]> {
  const key = 'waivers.message.overdue';
  // Whose notice goes on without its answer has been told of that day with it.
  const keys = [key, 'waivers.message.went-on'].flatMap(wordsOf);
  const rows = await tx.outboxMessage.findMany({
    where: { key: { in: keys }, href: { in: overdue.map(hrefOf) } },
    select: { href: true, values: true },
  });
  const dayOf = (values: unknown) => (values as { day: { day: string } }).day.day;
  const told = new Set(rows.map(({ href, values }) => `${href} ${dayOf(values)}`));
  const news = overdue.filter((item) => !told.has(`${hrefOf(item)} ${item.dueOn}`));
  for (const { dueOn, policyVersion, ...application } of news) {
    const rules = rulesOf(policyVersion.rules);
    const told = { ...application, policyVersion: { rules } };
    await tellApplicant(tx, by, told, key, { day: { day: dueOn as string } });
  }
  return news.map(({ number }) => number);
}

async function tellStaff(tx: Tx, by: Actor, overdue: Overdue[]): Promise<string[]> {
  const key = 'waivers.message.overdue-here' as const;
  const rows = await tx.outboxMessage.findMany({
    where: { key, href: { in: overdue.map(hrefOf) }, createdAt: { gt: weekBefore(by.at) } },
    select: { href: true },
  });
  const told = new Set(rows.map(({ href }) => href));
  const news = overdue.filter((item) => !told.has(hrefOf(item)));
  const accounts = await tx.account.findMany({
    where: { role: { in: ['bureau-staff', 'auditor'] }, isActive: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const messages = news.flatMap((item) =>
    accounts.map(({ id: accountId }) => ({
      accountId,
      key,
      href: hrefOf(item),
      values: { number: item.number, day: { day: item.dueOn as string } },
      expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
    })),
  );
  await announceAll(tx, by, messages);
  return news.map(({ number }) => number);
}

/** By days, so that a run somewhat earlier on its day is no day late. */
const weekBefore = (at: Date): Date =>
  new Date(`${addDays(today(at), -againAfterDays + 1)}T00:00:00+08:00`);

import type { Logger } from 'pino';
import type { Clock } from '../calendar/days.js';
import type { Db } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { type Sender, withoutNumbers } from './sender.js';
import { bodyOf, type CodeOf } from './values.js';

const minute = 60_000;
const atATime = 20;
const longestSend = 10_000;
const mostAttempts = 8;

export type DrainDeps = { db: Db; clock: Clock; sender: Sender; codeOf: CodeOf; log: Logger };

const withAddress = {
  account: { select: { phone: true, isActive: true, person: { select: { phone: true } } } },
  person: { select: { phone: true } },
} as const satisfies Prisma.OutboxMessageInclude;
type Row = Prisma.OutboxMessageGetPayload<{ include: typeof withAddress }>;

/** How long after a try the next one comes, if it is needed: half a minute, doubling, two hours at most. */
export const backoff = (attempts: number): number =>
  Math.min((minute / 2) * 2 ** (attempts - 1), 120 * minute);

/**
 * Sends what is due, at most twenty, what expires first before all else.
 * @returns how many were due
 */
export async function drainOnce(deps: DrainDeps): Promise<number> {
  const { db, clock, log } = deps;
  const due = await db.outboxMessage.findMany({
    where: { nextTryAt: { lte: clock.now() } },
    include: withAddress,
    orderBy: [{ expiresAt: { sort: 'asc', nulls: 'last' } }, { nextTryAt: 'asc' }, { id: 'asc' }],
    take: atATime,
  });
  for (const row of due) {
    const why = await sendOne(deps, row);
    if (why !== null) log.warn({ message: row.id, why }, 'a message was not sent');
  }
  return due.length;
}

/** @returns why it was not sent, or null */
async function sendOne(deps: DrainDeps, row: Row): Promise<string | null> {
  const { db, clock } = deps;
  const { id } = row;
  const refused = whyNot(row, clock.now());
  if (refused !== null) {
    await db.outboxMessage.update({ where: { id }, data: { nextTryAt: null, lastError: refused } });
    return refused;
  }
  if (!(await claim(deps, row))) return null;
  try {
    await sendWithin(deps, row);
  } catch (error) {
    const lastError = withoutNumbers(String(error)).slice(0, 200);
    const isLast = row.attempts + 1 >= mostAttempts;
    await db.outboxMessage.update({
      where: { id },
      data: isLast ? { lastError, nextTryAt: null } : { lastError },
    });
    return lastError;
  }
  const sent = { sentAt: clock.now(), nextTryAt: null, lastError: null };
  await db.outboxMessage.update({ where: { id }, data: sent });
  return null;
}

function whyNot(row: Row, now: Date): string | null {
  if (row.expiresAt !== null && row.expiresAt <= now) return 'expired';
  if (row.attempts >= mostAttempts) return row.lastError ?? 'too many attempts';
  if (row.account?.isActive === false) return 'account deactivated';
  return row.accountId === null && phoneOf(row) === null ? 'no phone' : null;
}

const phoneOf = (row: Row): string | null =>
  row.phone ?? row.account?.phone ?? row.account?.person?.phone ?? row.person?.phone ?? null;

/**
 * The next try is written down before this one: whoever dies in between leaves a message that is tried
 * again, and of two processes only one sends it.
 */
async function claim({ db, clock }: DrainDeps, { id, attempts }: Row): Promise<boolean> {
  const next = new Date(clock.now().getTime() + backoff(attempts + 1));
  const { count } = await db.outboxMessage.updateMany({
    where: { id, attempts, nextTryAt: { not: null } },
    data: { attempts: attempts + 1, nextTryAt: next },
  });
  return count === 1;
}

async function sendWithin({ sender, codeOf }: DrainDeps, row: Row): Promise<void> {
  const lang = row.lang as Lang;
  const say = makeSay(lang);
  const text = say('outbox.text', { body: bodyOf(row, { say, lang }, codeOf) });
  const signal = AbortSignal.timeout(longestSend);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the sender took too long')));
  });
  const { id, accountId } = row;
  await Promise.race([sender.send({ id, phone: phoneOf(row), accountId, text }, signal), late]);
}

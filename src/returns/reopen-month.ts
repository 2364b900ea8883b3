import { addDays, type Day, type Month, monthsBetween, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Prisma, Reopening } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { closedAmong } from '../ledger/closed-months.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { Forbidden } from '../web/errors.js';
import { canClose, monthNumber } from './close-month.js';
import { tellRefused, tellReopened, tellSecond } from './tell-reopening.js';

/** What a reopening is over: all of the month, one park of it, or one venture. */
export const reopeningScopes = ['all', 'park', 'venture'] as const;
export type ReopeningScope = (typeof reopeningScopes)[number];

export type NewReopening = {
  month: Month;
  /** The last of several months; that month alone where it is left out. */
  throughMonth?: Month | null;
  scope: ReopeningScope;
  parkId: number | null;
  ventureId: number | null;
  reason: string;
  /** The last day on which it is in force; after it, the month is closed again by itself. */
  lastDay: Day;
  /** The list of arrivals whose backlog it is for. */
  importBatchId?: number | null;
};

export const mostDaysOpen = 31;

/** Where a reopening stands at a day. What has run out did so by itself. */
export type ReopeningState = 'asked' | 'in-force' | 'refused' | 'ended' | 'expired';

export function stateOfReopening(row: Reopening, day: Day): ReopeningState {
  if (row.refusedAt !== null) return 'refused';
  if (row.endedAt !== null) return 'ended';
  if (row.lastDay < day) return 'expired';
  return row.agreedAt === null ? 'asked' : 'in-force';
}

/**
 * Asks for a closed month, or several in a row, to be reopened (重新开放); it takes a second person's agreement. @returns its id
 * @throws Refusal for a month that is open, months out of order, a last day that is past or too far, a scope that names nothing
 */
export async function askReopening(tx: Tx, by: Actor, asked: NewReopening): Promise<number> {
  await refuseUnless(tx, by, canClose);
  return keepAskedReopening(tx, by, asked);
}

/** The same for a verb that has asked who acts. */
export async function keepAskedReopening(tx: Tx, by: Actor, asked: NewReopening): Promise<number> {
  const { month, scope, parkId, ventureId, reason, lastDay } = asked;
  const through = asked.throughMonth ?? month;
  const now = today(by.at);
  const closed = await closedAmong(tx, [month, ...monthsBetween(month, through)]);
  refuseIf([
    !closed.includes(month) && { field: '', key: 'returns.reopening.not-closed' },
    through < month && { field: 'throughMonth', key: 'returns.reopening.through-before' },
    closed.includes(month) &&
      through > month &&
      closed.at(-1) !== through && {
        field: 'throughMonth',
        key: 'returns.reopening.not-closed',
      },
    reason.trim() === '' && { field: 'reason', key: 'web.field.required' },
    (scope === 'park') !== (parkId !== null) && { field: 'park', key: 'returns.reopening.no-park' },
    (scope === 'venture') !== (ventureId !== null) && {
      field: 'venture',
      key: 'returns.reopening.no-venture',
    },
    (lastDay < now || lastDay > addDays(now, mostDaysOpen)) && {
      field: 'lastDay',
      key: 'returns.reopening.last-day',
      values: { days: mostDaysOpen },
    },
  ]);
  const created = await tx.reopening.create({
    data: {
      ...asked,
      throughMonth: through > month ? through : null,
      askedAt: by.at,
      askedById: by.accountId,
    },
  });
  await tell(tx, by, 'asked', created, reason, { scope, lastDay });
  await tellSecond(tx, by, created);
  return created.id;
}

/**
 * The second person agrees: the month is open in that scope from now until the last day is over.
 * @param shown the published figures that could move, as they were shown; kept with it
 * @throws Forbidden for who asked; Conflict when it was decided, or has run out
 */
export async function agreeReopening(
  tx: Tx,
  by: Actor,
  id: number,
  shown: Prisma.InputJsonValue,
): Promise<void> {
  const asked = await decidable(tx, by, id);
  if (by.accountId === null || by.accountId === asked.askedById)
    throw new Forbidden('returns.reopening.second');
  const data = { agreedAt: by.at, agreedById: by.accountId, shown };
  await tx.reopening.update({ where: { id }, data });
  await tell(tx, by, 'agreed', asked, '', { scope: asked.scope, lastDay: asked.lastDay });
  await tellReopened(tx, by, asked);
}

/** Refuses what was asked for, or takes it back. @throws Conflict when it was decided, or has run out */
export async function refuseReopening(tx: Tx, by: Actor, id: number): Promise<void> {
  const asked = await decidable(tx, by, id);
  await tx.reopening.update({
    where: { id },
    data: { refusedAt: by.at, refusedById: by.accountId },
  });
  await tell(tx, by, 'refused', asked, '', {});
  await tellRefused(tx, by, asked);
}

/** Ends a reopening before its last day. @throws Conflict when it is not in force */
export async function endReopening(tx: Tx, by: Actor, id: number): Promise<void> {
  await refuseUnless(tx, by, canClose);
  const open = await tx.reopening.findUniqueOrThrow({ where: { id } });
  if (stateOfReopening(open, today(by.at)) !== 'in-force')
    throw new Conflict('returns.reopening.decided');
  await keepEnded(tx, by, open);
}

/** The same for a verb that has asked who acts, of one in force. */
export async function keepEnded(tx: Tx, by: Actor, open: Reopening): Promise<void> {
  const ended = { endedAt: by.at, endedById: by.accountId };
  await tx.reopening.update({ where: { id: open.id }, data: ended });
  await tell(tx, by, 'ended', open, '', {});
}

async function decidable(tx: Tx, by: Actor, id: number): Promise<Reopening> {
  await refuseUnless(tx, by, canClose);
  const asked = await tx.reopening.findUniqueOrThrow({ where: { id } });
  if (stateOfReopening(asked, today(by.at)) !== 'asked')
    throw new Conflict('returns.reopening.decided');
  return asked;
}

type Scoped = Pick<Reopening, 'month' | 'throughMonth' | 'parkId' | 'ventureId'>;

async function tell(
  tx: Tx,
  by: Actor,
  act: 'asked' | 'agreed' | 'refused' | 'ended',
  { month, throughMonth, parkId, ventureId }: Scoped,
  reason: string,
  detail: Record<string, string>,
): Promise<void> {
  recordEvent(tx, by, {
    verb: `month.reopening-${act}`,
    subjectKind: 'month',
    subjectId: monthNumber(month),
    ...(parkId === null ? {} : { parkId }),
    ...(ventureId === null ? {} : { ventureId }),
    reason,
    detail: Object.assign({ month }, throughMonth && { throughMonth }, named(detail)),
  });
}

/** The scope of a figure is another thing in the history: this one has a name of its own. */
const named = ({ scope, lastDay }: Record<string, string>): Record<string, string> => ({
  ...(scope === undefined ? {} : { reopenedScope: scope }),
  ...(lastDay === undefined ? {} : { lastDay }),
});

/** What was asked for a month, by itself or among others, the newest first. */
export const reopeningsOf = (reads: Reads, month: Month): Promise<NamedReopening[]> =>
  reads.reopening.findMany({
    where: { OR: [{ month }, { month: { lt: month }, throughMonth: { gte: month } }] },
    include: bothNames,
    orderBy: { id: 'desc' },
  });

/** A reopening, or null where there is none of the id. */
export const findReopening = (reads: Reads, id: number): Promise<NamedReopening | null> =>
  reads.reopening.findUnique({ where: { id }, include: bothNames });

const bothNames = {
  importBatch: { select: { id: true, fileName: true } },
  askedBy: { select: { name: true } },
  agreedBy: { select: { name: true } },
} as const satisfies Prisma.ReopeningInclude;
/** A reopening with who asked for it, who agreed, and the list that it is for. */
export type NamedReopening = Prisma.ReopeningGetPayload<{ include: typeof bothNames }>;

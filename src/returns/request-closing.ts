import { monthOf, monthsBetween, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { ClosingRequest, Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount, refuseUnless } from '../people/acting-viewer.js';
import { allow, Forbidden, found } from '../web/errors.js';
import {
  canClose,
  closeMonths,
  missingReason,
  monthNumber,
  refuseOutOfTurn,
} from './close-month.js';
import { tellClosingDecided, tellClosingSecond } from './tell-closing.js';
import { countUnaccepted, type Months, markOf, unacceptedIn } from './unaccepted.js';

/**
 * Asks for months to be closed of which returns are missing; nothing is closed until another member of the bureau agrees.
 * @returns the id of the request
 * @throws Refusal without a reason, for months that are not over or not the next in turn; Conflict where one waits already
 */
export async function requestClosing(
  tx: Tx,
  by: Actor,
  { from, month, reason }: Months & { reason: string },
): Promise<number> {
  const { accountId } = await actingAccount(tx, by);
  await refuseUnless(tx, by, canClose);
  await refuseOutOfTurn(tx, by, from);
  refuseIf([month >= monthOf(today(by.at)) && { field: '', key: 'returns.month-not-over' }]);
  for (const each of await unacceptedIn(tx, { from, month }))
    refuseIf([missingReason(each.month, each.parkIds.length, reason)]);
  if (await openRequest(tx)) throw new Conflict('returns.closing.asked-already');
  const data = { fromMonth: from, month, reason, askedAt: by.at, askedById: accountId };
  const request = await tx.closingRequest.create({ data });
  record(tx, by, 'asked', request, reason);
  await tellClosingSecond(tx, by, request);
  return request.id;
}

/**
 * Closes months where every return of them was accepted or skipped; else asks for it, as requestClosing does.
 * @returns the id of the request; null where they are closed
 * @throws what closeMonths and requestClosing throw, before any month is read where the first is not the next in turn
 */
export async function closeOrRequest(
  tx: Tx,
  by: Actor,
  { from, month, reason }: Months & { reason: string },
): Promise<number | null> {
  await refuseUnless(tx, by, canClose);
  await refuseOutOfTurn(tx, by, from);
  if (countUnaccepted(await unacceptedIn(tx, { from, month })) > 0)
    return requestClosing(tx, by, { from, month, reason });
  await closeMonths(tx, by, { from, month, reason });
  return null;
}

/**
 * The second person agrees, and the months are closed.
 * @param seen the mark of the returns that were missing when it was shown
 * @throws Forbidden for who asked; Conflict when it was decided, or when other returns are missing than were shown
 */
export async function agreeClosing(tx: Tx, by: Actor, id: number, seen: string): Promise<void> {
  const request = await undecided(tx, by, id);
  if (request.askedById === by.accountId) throw new Forbidden('returns.closing.second');
  const months = { from: request.fromMonth, month: request.month };
  if (markOf(await unacceptedIn(tx, months)) !== seen)
    throw new Conflict('record.changed-meanwhile');
  const { reason, askedById } = request;
  await closeMonths(tx, by, { ...months, reason, requestedById: askedById });
  await decide(tx, by, request, 'agreed');
}

/** Refuses what another asked for, or takes the own request back: nothing is closed. @throws Conflict when it was decided */
export async function refuseClosing(tx: Tx, by: Actor, id: number): Promise<void> {
  const request = await undecided(tx, by, id);
  const outcome = request.askedById === by.accountId ? 'withdrawn' : 'refused';
  await decide(tx, by, request, outcome);
  record(tx, by, outcome, request, '');
}

const names = {
  askedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.ClosingRequestInclude;
export type NamedRequest = Prisma.ClosingRequestGetPayload<{ include: typeof names }>;

/** A request with who asked and who decided, or null. */
export const findClosingRequest = (reads: Reads, id: number): Promise<NamedRequest | null> =>
  reads.closingRequest.findUnique({ where: { id }, include: names });

/** The request that waits for a second person: one at most, as months close in their order. */
export const openRequest = (reads: Reads): Promise<NamedRequest | null> =>
  reads.closingRequest.findFirst({ where: { outcome: null }, include: names });

async function undecided(tx: Tx, by: Actor, id: number): Promise<ClosingRequest> {
  await actingAccount(tx, by);
  await refuseUnless(tx, by, canClose);
  const request = found(await tx.closingRequest.findUnique({ where: { id } }));
  if (request.outcome !== null) throw new Conflict('returns.closing.decided');
  return request;
}

async function decide(
  tx: Tx,
  by: Actor,
  request: ClosingRequest,
  outcome: 'agreed' | 'refused' | 'withdrawn',
): Promise<void> {
  allow(by.accountId !== null);
  const data = { outcome, decidedAt: by.at, decidedById: by.accountId };
  await tx.closingRequest.update({ where: { id: request.id }, data });
  if (outcome !== 'withdrawn') await tellClosingDecided(tx, by, request, outcome);
}

function record(
  tx: Tx,
  by: Actor,
  act: 'asked' | 'refused' | 'withdrawn',
  { fromMonth, month }: ClosingRequest,
  reason: string,
): void {
  for (const each of monthsBetween(fromMonth, month))
    recordEvent(tx, by, {
      verb: `month.closing-${act}`,
      subjectKind: 'month',
      subjectId: monthNumber(each),
      reason,
      detail: { month: each },
    });
}

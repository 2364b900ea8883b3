import type { Tx } from '../../database/database.js';
import type { AccountRequest } from '../../database/generated/client.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { allow, found } from '../../web/errors.js';
import { canAddAccounts } from '../account-rules.js';
import { actingAccount } from '../acting-viewer.js';
import { viewerOfAccount } from '../viewer-of-account.js';
import { stateOfRequest } from './account-request.js';
import { carryOut } from './carry-out.js';
import { tellRequester } from './tell-request.js';

/**
 * The second administrator confirms a request, and what it asks for is done in the same transaction.
 * @returns whose account it is, and the ticket of a password whose second half is now to be shown
 * @throws Forbidden for who asked for it, and for whom it is about; Conflict when it was decided or has expired, when
 *   its requester is no administrator any more, or when the account changed meanwhile; Refusal for what can no longer be done
 */
export async function confirmRequest(
  tx: Tx,
  by: Actor,
  id: number,
): Promise<{ accountId: number; ticket: string | null }> {
  const request = await openRequest(tx, by, id);
  allow(request.requestedById !== by.accountId, 'people.request.second');
  allow(request.accountId !== by.accountId, 'people.account.own');
  const requester = await viewerOfAccount(tx, request.requestedById);
  if (requester === null || !canAddAccounts(requester))
    throw new Conflict('people.request.requester-gone');
  const accountId = await carryOut(tx, by, request);
  await decide(tx, by, request, { outcome: 'confirmed', accountId, note: '' });
  return { accountId, ticket: request.ticket };
}

/**
 * Declines a request, or withdraws one's own: nothing changes.
 * @throws Refusal for declining without a word why; Forbidden for whom it is about; Conflict when it was decided or has expired
 */
export async function declineRequest(
  tx: Tx,
  by: Actor,
  id: number,
  { note }: { note: string },
): Promise<void> {
  const request = await openRequest(tx, by, id);
  const isOwn = request.requestedById === by.accountId;
  allow(request.accountId !== by.accountId, 'people.account.own');
  refuseIf([!isOwn && note.trim() === '' && { field: 'note', key: 'web.field.required' }]);
  const outcome = isOwn ? 'withdrawn' : 'declined';
  await decide(tx, by, request, { outcome, accountId: request.accountId, note: note.trim() });
  recordEvent(tx, by, {
    verb: `account.request-${outcome}`,
    subjectKind: 'account',
    subjectId: request.accountId ?? 0, // nobody's: it was never made
    reason: note.trim(),
    detail: { request: request.kind, ...usernameOf(request) },
  });
}

async function openRequest(tx: Tx, by: Actor, id: number): Promise<AccountRequest> {
  allow(canAddAccounts(await actingAccount(tx, by)));
  const request = found(await tx.accountRequest.findUnique({ where: { id } }));
  if (stateOfRequest(request, by.at) !== 'open') throw new Conflict('people.request.over');
  return request;
}

async function decide(
  tx: Tx,
  by: Actor,
  request: AccountRequest,
  decided: {
    outcome: 'confirmed' | 'declined' | 'withdrawn';
    accountId: number | null;
    note: string;
  },
): Promise<void> {
  const { count } = await tx.accountRequest.updateMany({
    where: { id: request.id, outcome: null },
    data: {
      outcome: decided.outcome,
      accountId: decided.accountId,
      note: decided.note,
      decidedAt: by.at,
      decidedById: by.accountId,
    },
  });
  if (count !== 1) throw new Conflict('people.request.over');
  if (decided.outcome !== 'withdrawn') await tellRequester(tx, by, request, decided);
}

function usernameOf({ kind, settings }: AccountRequest): { username?: string } {
  return kind === 'add' ? { username: (settings as { username: string }).username } : {};
}

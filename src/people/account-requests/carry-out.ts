import type { Tx } from '../../database/database.js';
import type { AccountRequest } from '../../database/generated/client.js';
import type { Actor } from '../../history/actor.js';
import { Conflict } from '../../language/refusal.js';
import { addAccount } from '../add-account.js';
import { changeAccount } from '../change-account.js';
import { reactivateAccount } from '../deactivate-account.js';
import { resetPassword } from '../set-password.js';
import { additionOf, type Confirmation, type RequestKind, settingsOf } from './account-request.js';

type CarryOut = (
  tx: Tx,
  by: Actor,
  request: AccountRequest,
  confirmation: Confirmation,
) => Promise<number>;

/** What each kind of request does once it is confirmed. @returns whose account it is */
const acts: Record<RequestKind, CarryOut> = {
  async add(tx, by, { settings, passwordHash }, confirmation) {
    const account = { ...additionOf(settings), passwordHash: stored(passwordHash) };
    const { id } = await addAccount(tx, by, { ...account, passwordBy: 'another' }, confirmation);
    return id;
  },
  async change(tx, by, { accountId, accountVersion, settings }, confirmation) {
    const id = stored(accountId);
    const account = await tx.account.findUniqueOrThrow({ where: { id } });
    if (account.version !== accountVersion) throw new Conflict('people.request.changed-since');
    const change = { ...settingsOf(settings), accountId: id, version: stored(accountVersion) };
    await changeAccount(tx, by, change, confirmation);
    return id;
  },
  async password(tx, by, { accountId, passwordHash }, confirmation) {
    const id = stored(accountId);
    await resetPassword(
      tx,
      by,
      { accountId: id, passwordHash: stored(passwordHash) },
      confirmation,
    );
    return id;
  },
  async reactivate(tx, by, { accountId }, confirmation) {
    const id = stored(accountId);
    await reactivateAccount(tx, by, id, confirmation);
    return id;
  },
};

export const carryOut = (tx: Tx, by: Actor, request: AccountRequest): Promise<number> =>
  acts[request.kind as RequestKind](tx, by, request, {
    requestedById: request.requestedById,
    reason: request.reason,
  });

/** A request holds what its kind needs. */
function stored<T>(value: T | null): T {
  if (value === null) throw new Error('the request lacks what its kind needs');
  return value;
}

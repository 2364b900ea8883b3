import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { type Fault, Refusal, refuseIf } from '../../language/refusal.js';
import { allow, found } from '../../web/errors.js';
import { type AccountSettings, canAddAccounts } from '../account-rules.js';
import { actingAccount } from '../acting-viewer.js';
import { additionFaults } from '../add-account.js';
import { changeFaults } from '../change-account.js';
import { expiryOf, openAt, type RequestKind } from './account-request.js';
import type { GivenPassword } from './given-password.js';
import { tellAdministrators } from './tell-request.js';

type Half = Pick<GivenPassword, 'ticket' | 'passwordHash'>;
/** What is asked for, and why. */
export type NewRequest = { reason: string } & (
  | { kind: 'add'; settings: AccountSettings & { username: string }; password: Half }
  | { kind: 'change'; accountId: number; version: number; settings: AccountSettings }
  | { kind: 'password'; accountId: number; password: Half }
  | { kind: 'reactivate'; accountId: number }
);

/**
 * Asks for an act on an account that a second administrator has to confirm; until then nothing changes.
 * @returns the id of the request
 * @throws Forbidden for who is no administrator; Refusal without a reason, for one's own account, for what could not be
 *   done now either, or where the same has been asked for already; Conflict for a stale version
 */
export async function makeRequest(tx: Tx, by: Actor, wanted: NewRequest): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canAddAccounts(viewer));
  const reason = wanted.reason.trim();
  const accountId = wanted.kind === 'add' ? null : wanted.accountId;
  if (accountId === by.accountId) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  const faults = await faultsOf(tx, wanted);
  refuseIf([
    ...faults,
    reason === '' && { field: 'reason', key: 'web.field.required' },
    (await isOpen(tx, by, wanted)) && { field: '', key: 'people.request.open-already' },
  ]);
  const { id } = await tx.accountRequest.create({
    data: {
      kind: wanted.kind,
      accountId,
      accountVersion: wanted.kind === 'change' ? wanted.version : null,
      ...('settings' in wanted ? { settings: wanted.settings } : {}),
      ticket: 'password' in wanted ? wanted.password.ticket : null,
      passwordHash: 'password' in wanted ? wanted.password.passwordHash : null,
      reason,
      requestedAt: by.at,
      requestedById: viewer.accountId,
      expiresAt: expiryOf(by.at),
    },
  });
  const username = wanted.kind === 'add' ? { username: wanted.settings.username } : {};
  recordEvent(tx, by, {
    verb: 'account.request-made',
    subjectKind: 'account',
    subjectId: accountId ?? 0, // nobody's yet
    reason,
    detail: { request: wanted.kind satisfies RequestKind, ...username },
  });
  await tellAdministrators(tx, by, { id, kind: wanted.kind, accountId });
  return id;
}

/** What the act itself would be refused for, at once rather than when it is confirmed. */
async function faultsOf(tx: Tx, wanted: NewRequest): Promise<(Fault | null | false)[]> {
  if (wanted.kind === 'add') return additionFaults(tx, wanted.settings);
  const account = found(await tx.account.findUnique({ where: { id: wanted.accountId } }));
  if (wanted.kind === 'change')
    return changeFaults(tx, { accountId: account.id, ...wanted.settings, version: wanted.version });
  if (wanted.kind === 'password')
    return [!account.isActive && { field: '', key: 'people.request.inactive' }];
  return [account.isActive && { field: '', key: 'people.account.already-active' }];
}

/** Whether the same waits already: two requests for one account would undo each other. */
async function isOpen(tx: Tx, { at }: Actor, wanted: NewRequest): Promise<boolean> {
  const { kind } = wanted;
  if (wanted.kind !== 'add') {
    const where = { ...openAt(at), kind, accountId: wanted.accountId };
    return (await tx.accountRequest.count({ where })) > 0;
  }
  const additions = await tx.accountRequest.findMany({ where: { ...openAt(at), kind } });
  return additions.some(
    ({ settings }) => (settings as { username: string }).username === wanted.settings.username,
  );
}

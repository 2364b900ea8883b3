import type { Tx } from '../database/database.js';
import type { Account } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, Refusal, refuseIf } from '../language/refusal.js';
import { adoptMessages } from '../outbox/announce.js';
import type { Confirmation } from './account-requests/account-request.js';
import { refuseAlone, wayOf } from './account-requests/refuse-alone.js';
import { type AccountSettings, canAddAccounts, canHavePhone, scopeOf } from './account-rules.js';
import { refuseUnless } from './acting-viewer.js';
import { tellHolder } from './tell-holder.js';

export type AccountChange = { accountId: number; version: number } & AccountSettings;

/**
 * Gives an account another name, role or scope; it holds from its next request, and the holder is told.
 * @param confirmation the request of another administrator, where an account acts
 * @throws Forbidden for an administrator alone; Refusal for one's own account or a role without its scope; Conflict
 *   for a stale version
 */
export async function changeAccount(
  tx: Tx,
  by: Actor,
  change: AccountChange,
  confirmation: Confirmation | null = null,
): Promise<void> {
  const { accountId: id, version, name, role } = change;
  await refuseUnless(tx, by, canAddAccounts);
  if (by.accountId === id) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  refuseAlone(by, confirmation);
  refuseIf(await changeFaults(tx, change));
  const before = await tx.account.findUniqueOrThrow({
    where: { id },
    include: { parks: { select: { parkId: true } } },
  });
  const { regionCode, parkIds, personId } = await scopeOf(tx, change);
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: {
      name,
      role,
      regionCode,
      personId,
      version: { increment: 1 },
      ...(canHavePhone({ role }) ? {} : { phone: null }),
    },
  });
  if (count !== 1) throw new Conflict('web.409.lead');
  await tx.accountPark.deleteMany({ where: { accountId: id } });
  await tx.accountPark.createMany({ data: parkIds.map((parkId) => ({ accountId: id, parkId })) });
  if (personId !== null) await adoptMessages(tx, { personId, accountId: id });
  recordEvent(tx, by, {
    verb: 'account.changed',
    subjectKind: 'account',
    subjectId: id,
    reason: confirmation?.reason ?? '',
    detail: {
      before: { ...settingsOf(before), parkIds: before.parks.map(({ parkId }) => parkId) },
      after: { name, role, regionCode, personId, parkIds },
      ...wayOf(by, confirmation),
    },
  });
  await tellHolder(tx, by, id, { key: 'people.holder-changed', role, confirmation });
}

const settingsOf = ({ name, role, regionCode, personId }: Account) => ({
  name,
  role,
  regionCode,
  personId,
});

/** Why an account cannot be changed so. @throws Conflict for a stale version */
export async function changeFaults(tx: Tx, change: AccountChange): Promise<(Fault | false)[]> {
  const { accountId: id, version } = change;
  const account = await tx.account.findUniqueOrThrow({ where: { id } });
  if (account.version !== version) throw new Conflict('web.409.lead');
  const { faults, personId } = await scopeOf(tx, change);
  const holder = personId === null ? null : await tx.account.findUnique({ where: { personId } });
  const isTaken = holder !== null && holder.id !== id;
  return [...faults, isTaken && { field: 'personNumber', key: 'people.account.person-taken' }];
}

import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { adoptMessages } from '../outbox/announce.js';
import { type AccountSettings, scopeOf } from './account-rules.js';

export type NewAccount = AccountSettings & {
  /** Lower case, as it is typed at sign-in. */
  username: string;
  /** Made before the transaction: hashing takes longer than one should be held. */
  passwordHash: string;
};

/** Makes an account. @throws Refusal for a username or person that has one, or a role without its scope */
export async function addAccount(tx: Tx, by: Actor, account: NewAccount): Promise<{ id: number }> {
  const { username, name, role, passwordHash } = account;
  const { faults, regionCode, parkIds, personId } = await scopeOf(tx, account);
  const isTaken = (await tx.account.findUnique({ where: { username } })) !== null;
  const hasOne = personId !== null && (await tx.account.findUnique({ where: { personId } }));
  refuseIf([
    !/^[a-z][a-z0-9._-]{1,31}$/.test(username) && {
      field: 'username',
      key: 'people.account.username-form',
    },
    isTaken && { field: 'username', key: 'people.account.username-taken' },
    hasOne && { field: 'personNumber', key: 'people.account.person-taken' },
    ...faults,
  ]);
  const { id } = await tx.account.create({
    data: {
      ...{ username, name, role, passwordHash, regionCode, personId, createdAt: by.at },
      parks: { create: parkIds.map((parkId) => ({ parkId })) },
    },
  });
  if (personId !== null) await adoptMessages(tx, { personId, accountId: id });
  recordEvent(tx, by, {
    verb: 'account.added',
    subjectKind: 'account',
    subjectId: id,
    detail: { username, name, role, regionCode, parkIds, personId },
  });
  return { id };
}

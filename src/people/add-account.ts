import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { adoptMessages } from '../outbox/announce.js';
import type { Confirmation } from './account-requests/account-request.js';
import { refuseAlone, wayOf } from './account-requests/refuse-alone.js';
import { type AccountSettings, canAddAccounts, scopeOf } from './account-rules.js';
import { refuseUnless } from './acting-viewer.js';
import { tellHolder } from './tell-holder.js';

export type NewAccount = AccountSettings & {
  /** Lower case, as it is typed at sign-in. */
  username: string;
  /** Made before the transaction: hashing takes longer than one should be held. */
  passwordHash: string;
  /** Who chose the password: one that another did is changed by the holder at the first sign-in. */
  passwordBy: 'holder' | 'another';
};

/**
 * Makes an account.
 * @param confirmation the request of another administrator, where an account acts
 * @throws Forbidden for an administrator alone; Refusal for a username or person that has one, or a role without its scope
 */
export async function addAccount(
  tx: Tx,
  by: Actor,
  account: NewAccount,
  confirmation: Confirmation | null = null,
): Promise<{ id: number }> {
  await refuseUnless(tx, by, canAddAccounts);
  refuseAlone(by, confirmation);
  const { username, name, role, passwordHash } = account;
  refuseIf(await additionFaults(tx, account));
  const { regionCode, parkIds, personId } = await scopeOf(tx, account);
  const isSetByAnother = account.passwordBy === 'another';
  const row = {
    username,
    name,
    role,
    passwordHash,
    passwordGivenAt: isSetByAnother ? by.at : null,
    regionCode,
    personId,
    createdAt: by.at,
  };
  const [id = 0] = await insertRowsForIds(tx, 'Account', [row]);
  const parks = parkIds.map((parkId) => ({ accountId: id, parkId }));
  await insertRows(tx, 'AccountPark', parks);
  if (personId !== null) await adoptMessages(tx, { personId, accountId: id });
  recordEvent(tx, by, {
    verb: 'account.added',
    subjectKind: 'account',
    subjectId: id,
    reason: confirmation?.reason ?? '',
    detail: {
      username,
      name,
      role,
      regionCode,
      parkIds,
      personId,
      ...(isSetByAnother ? wayOf(by, confirmation) : {}),
    },
  });
  if (isSetByAnother)
    await tellHolder(tx, by, id, { key: 'people.holder-added', role, confirmation });
  return { id };
}

/** Why an account cannot be made. */
export async function additionFaults(
  tx: Tx,
  account: AccountSettings & { username: string },
): Promise<(Fault | false)[]> {
  const { username } = account;
  const { faults, personId } = await scopeOf(tx, account);
  const { isTaken, hasOne } = await taken(tx, username, personId);
  return [
    !/^[a-z][a-z0-9._-]{1,31}$/.test(username) && {
      field: 'username',
      key: 'people.account.username-form',
    },
    isTaken === 1 && { field: 'username', key: 'people.account.username-taken' },
    hasOne === 1 && { field: 'personNumber', key: 'people.account.person-taken' },
    ...faults,
  ];
}

/** Whether there is an account of that username, or of that person. */
async function taken(tx: Tx, username: string, personId: number | null) {
  const [row] = await rowsOf<{ isTaken: number; hasOne: number }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM "Account" WHERE "username" = ${username}) AS "isTaken",
      EXISTS (SELECT 1 FROM "Account" WHERE "personId" = ${personId}) AS "hasOne"`,
  );
  return row ?? { isTaken: 0, hasOne: 0 };
}

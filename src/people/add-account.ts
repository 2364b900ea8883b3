import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
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
  const { isTaken, hasOne } = await taken(tx, username, personId);
  refuseIf([
    !/^[a-z][a-z0-9._-]{1,31}$/.test(username) && {
      field: 'username',
      key: 'people.account.username-form',
    },
    isTaken === 1 && { field: 'username', key: 'people.account.username-taken' },
    hasOne === 1 && { field: 'personNumber', key: 'people.account.person-taken' },
    ...faults,
  ]);
  const row = { username, name, role, passwordHash, regionCode, personId, createdAt: by.at };
  const [id = 0] = await insertRowsForIds(tx, 'Account', [row]);
  const parks = parkIds.map((parkId) => ({ accountId: id, parkId }));
  await insertRows(tx, 'AccountPark', parks);
  if (personId !== null) await adoptMessages(tx, { personId, accountId: id });
  recordEvent(tx, by, {
    verb: 'account.added',
    subjectKind: 'account',
    subjectId: id,
    detail: { username, name, role, regionCode, parkIds, personId },
  });
  return { id };
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

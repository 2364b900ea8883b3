import type { Tx } from '../../database/database.js';
import { changeRows } from '../../database/direct-sql.js';
import { insertRows } from '../../database/insert-rows.js';
import { listed } from '../../database/listed.js';
import { column, sql } from '../../database/sql.js';
import { updateRows } from '../../database/update-rows.js';
import { rowsBeside } from '../../ventures/merging/replace-records.js';
import type { PeopleRecords } from './stored-people.js';

/** Brings the rows of two people from what they are to what they shall be; documents and files have verbs of their own. */
export async function replacePeople(tx: Tx, from: PeopleRecords, to: PeopleRecords): Promise<void> {
  const loose = ['PersonRole', 'PersonCategory'] as const;
  for (const table of loose) {
    const gone = rowsBeside<{ id: number }>(from[table], to[table]).map(({ id }) => id);
    await changeRows(tx, sql`DELETE FROM ${column(table)} WHERE "id" IN ${listed(gone)}`);
  }
  await updateRows(tx, 'Person', rowsBeside(to.Person, from.Person));
  for (const table of loose)
    await insertRows(tx, table, rowsBeside<{ id: number }>(to[table], from[table]));
  await linkAccounts(tx, rowsBeside(to.Account, from.Account));
  const owned = ['Consent', 'WaiverApplication', 'Waiver'] as const;
  for (const table of owned) {
    const moved = rowsBeside<{ id: number; personId: number }>(to[table], from[table]);
    await updateRows(
      tx,
      table,
      moved.map(({ id, personId }) => ({ id, personId })),
    );
  }
  await updateRows(tx, 'OutboxMessage', rowsBeside(to.OutboxMessage, from.OutboxMessage));
}

/** An account is one person's at a time: it is let go of before it is linked. */
async function linkAccounts(tx: Tx, accounts: PeopleRecords['Account']): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  await changeRows(
    tx,
    sql`UPDATE "Account" SET "personId" = NULL, "version" = "version" + 1 WHERE "id" IN ${listed(ids)}`,
  );
  await updateRows(
    tx,
    'Account',
    accounts.map(({ id, personId }) => ({ id, personId })),
  );
}

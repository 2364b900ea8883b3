import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { CertificateRow } from '../../identities/move-certificates.js';
import { ownedRows } from '../../ventures/merging/owned-rows.js';
import type { RoleRow, StoredRow } from '../../ventures/merging/stored-records.js';

export type PersonRow = StoredRow & {
  id: number;
  number: string;
  name: string;
  phone: string | null;
  graduatedOn: Day | null;
  version: number;
};
export type CategoryRow = {
  id: number;
  personId: number;
  category: string;
  beganOn: Day;
  endedOn: Day | null;
  proof: string;
};
/** That a document was entered, without its number, which stands sealed in its own table alone. */
export type IdentityRow = {
  personId: number;
  enteredAt: string;
  enteredById: number | null;
  neededFor: string | null;
};
type Owned = { id: number; personId: number };
export type ConsentRow = Owned & { purpose: string; withdrawnAt: string | null };
export type AccountRow = { id: number; personId: number | null; isActive: number };

/** All that hangs on two people, by table; of what is sealed, decided or sent only whose it is and what an undo compares. */
export type PeopleRecords = {
  Person: PersonRow[];
  PersonRole: RoleRow[];
  PersonCategory: CategoryRow[];
  Account: AccountRow[];
  Consent: ConsentRow[];
  Identity: IdentityRow[];
  /** Merges of before certificates were sealed have none. */
  Certificate?: CertificateRow[];
  ProofFile: (Owned & { removedAt: string | null })[];
  OutboxMessage: (Owned & { accountId: number | null })[];
  WaiverApplication: (Owned & { number: string; state: string })[];
  Waiver: (Owned & { number: string; endedOn: Day | null })[];
};
export type PeopleTable = keyof PeopleRecords;

/** The columns that are stored with a merge; all of them where nothing stands. */
const storedColumns: Partial<Record<PeopleTable, readonly string[]>> = {
  Account: ['id', 'personId', 'isActive'],
  Consent: ['id', 'personId', 'purpose', 'withdrawnAt'],
  ProofFile: ['id', 'personId', 'removedAt'],
  OutboxMessage: ['id', 'personId', 'accountId'],
  WaiverApplication: ['id', 'personId', 'number', 'state'],
  Waiver: ['id', 'personId', 'number', 'endedOn'],
};
const tables = [
  ...(['Person', 'PersonRole', 'PersonCategory', 'Account', 'Consent', 'ProofFile'] as const),
  ...(['OutboxMessage', 'WaiverApplication', 'Waiver'] as const),
];
/** All that a merge stores. */
export const peopleTables: readonly PeopleTable[] = [...tables, 'Identity', 'Certificate'];

/** Reads all that hangs on some people. */
export async function peopleRecordsOn(reads: Reads, ids: number[]): Promise<PeopleRecords> {
  const found: Partial<Record<PeopleTable, unknown>> = {};
  for (const table of tables) {
    const owner = table === 'Person' ? 'id' : 'personId';
    const rows = await ownedRows(reads, { table, owner, order: ['id'] }, ids);
    found[table] = rows.map((row) => only(row, storedColumns[table]));
  }
  found.Identity = await rowsOf<IdentityRow>(
    reads,
    sql`SELECT "personId", "enteredAt", "enteredById", "neededFor" FROM "Identity"
      WHERE "personId" IN ${listed(ids)} ORDER BY "personId"`,
  );
  found.Certificate = await rowsOf<CertificateRow>(
    reads,
    sql`SELECT "personId", "category", "enteredAt", "enteredById", "neededFor" FROM "Certificate"
      WHERE "personId" IN ${listed(ids)} ORDER BY "personId", "category"`,
  );
  return found as PeopleRecords;
}

function only(row: StoredRow, columns: readonly string[] | undefined): StoredRow {
  if (!columns) return row;
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
}

/** The people of a list of ids, of which two documents are the same where their marks are. */
export async function documentsOf(
  reads: Reads,
  ids: number[],
): Promise<{ personId: number; mark: string }[]> {
  return rowsOf(
    reads,
    sql`SELECT "personId", "lookup" AS "mark" FROM "Identity" WHERE "personId" IN ${listed(ids)}`,
  );
}

/** Whether both have a certificate for a category, and not the same one. */
export async function haveOtherCertificates(reads: Reads, ids: number[]): Promise<boolean> {
  const [row] = await rowsOf<{ count: number }>(
    reads,
    sql`SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM "Certificate" WHERE "personId" IN ${listed(ids)}
      GROUP BY "category" HAVING COUNT(DISTINCT "lookup") > 1)`,
  );
  return (row?.count ?? 0) > 0;
}

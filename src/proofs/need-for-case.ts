import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';

/** Marks a person's numbers and files as needed by a decided case: a withdrawal of consent then leaves them. */
export async function needForCase(
  tx: Tx,
  { personId, proofIds, caseNumber }: { personId: number; proofIds: number[]; caseNumber: string },
): Promise<void> {
  await changeRows(
    tx,
    sql`UPDATE "Identity" SET "neededFor" = ${caseNumber} WHERE "personId" = ${personId} AND "neededFor" IS NULL`,
  );
  await changeRows(
    tx,
    sql`UPDATE "Certificate" SET "neededFor" = ${caseNumber} WHERE "personId" = ${personId} AND "neededFor" IS NULL`,
  );
  await changeRows(
    tx,
    sql`UPDATE "ProofFile" SET "neededFor" = ${caseNumber}
      WHERE "id" IN ${listed(proofIds)}
      AND "personId" = ${personId} AND "removedAt" IS NULL AND "neededFor" IS NULL`,
  );
}

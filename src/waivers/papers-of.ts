import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonRows, jsonValues } from '../database/json.js';
import { type Sql, sql } from '../database/sql.js';
import type { Purpose } from '../identities/kinds.js';
import { signedForms } from './applying/signed-form.js';

/** What is there of papers for a case. */
export type Papers = {
  /** The files that answer for an item and were not removed. */
  attached: { item: string; proofFileId: number }[];
  /** For what the applicant's consent stands. */
  consents: Purpose[];
  /** Whether the number of the applicant's document was entered. */
  hasNumber: boolean;
  /** Whether the form is there that the founder has signed for this case. */
  hasForm: boolean;
  /** How often it was handed in. */
  editions: number;
};

const attachedTo = (id: number): Sql =>
  jsonRows(
    ['item', 'proofFileId'],
    sql`(SELECT a."item", a."proofFileId" FROM "WaiverProof" a JOIN "ProofFile" f ON f."id" = a."proofFileId"
      WHERE a."applicationId" = ${id} AND f."removedAt" IS NULL ORDER BY a."id")`,
  );
const consentsOf = (personId: number): Sql =>
  jsonValues(
    sql`"purpose"`,
    sql`"Consent" WHERE "personId" = ${personId} AND "withdrawnAt" IS NULL`,
  );

/** All of it at once, for who hands a case in. */
export async function papersOf(
  reads: Reads,
  item: { id: number; personId: number; begunAt: Date },
): Promise<Papers> {
  const { id, personId } = item;
  const [row] = await rowsOf<Record<keyof Papers, number | string>>(
    reads,
    sql`SELECT
        ${attachedTo(id)} AS "attached", ${consentsOf(personId)} AS "consents",
        EXISTS (SELECT 1 FROM "Identity" WHERE "personId" = ${personId}) AS "hasNumber",
        EXISTS (SELECT 1 FROM ${signedForms(item)}) AS "hasForm",
        (SELECT COUNT(*) FROM "WaiverEdition" WHERE "applicationId" = ${id}) AS "editions"`,
  );
  const { attached, consents, hasNumber, hasForm, editions } = row ?? {};
  return {
    attached: JSON.parse(String(attached)),
    consents: JSON.parse(String(consents)),
    hasNumber: hasNumber === 1,
    hasForm: hasForm === 1,
    editions: Number(editions),
  };
}

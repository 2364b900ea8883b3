import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { type Sql, sql } from '../../database/sql.js';

type OfCase = { personId: number; begunAt: Date };

/** The application forms that the founder has signed: sent since the case was begun, so that they speak of this one. */
export const signedForms = ({
  personId,
  begunAt,
}: OfCase): Sql => sql`"ProofFile" WHERE "personId" = ${personId}
  AND "item" = 'application-form' AND "removedAt" IS NULL AND "uploadedAt" >= ${begunAt}`;

/** The newest of them, or null. */
export async function signedFormOf(
  reads: Reads,
  ofCase: OfCase,
): Promise<{ id: number; name: string } | null> {
  const [form] = await rowsOf<{ id: number; name: string }>(
    reads,
    sql`SELECT "id", "name" FROM ${signedForms(ofCase)} ORDER BY "id" DESC LIMIT 1`,
  );
  return form ?? null;
}

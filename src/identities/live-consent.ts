import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import type { Purpose } from './kinds.js';

/** The consent that stands, and the version of the text that was agreed to, or null. */
export async function liveConsent(
  reads: Reads,
  personId: number,
  purpose: Purpose,
): Promise<{ id: number; textVersion: number } | null> {
  const [consent] = await rowsOf<{ id: number; textVersion: number }>(
    reads,
    sql`SELECT "id", "textVersion" FROM "Consent"
      WHERE "personId" = ${personId} AND "purpose" = ${purpose} AND "withdrawnAt" IS NULL`,
  );
  return consent ?? null;
}

/** What is wrong where a verb needs a consent that does not stand. */
export const missingConsent = (purpose: Purpose): Fault => ({
  field: '',
  key: `identities.consent.missing.${purpose}`,
});

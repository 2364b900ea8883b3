import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { missingConsent } from '../identities/live-consent.js';
import { refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';
import type { SealedFile } from './file-store.js';
import type { ProofItem } from './items.js';

const mostFiles = 60;

export type NewProof = {
  personId: number;
  item: ProofItem;
  /** As it may be shown. */
  name: string;
  mediaType: string;
  stored: SealedFile;
};

/**
 * Records a file that has been stored.
 * @returns the id of the file
 * @throws Refusal without a standing consent, for a file that is there already, or beyond 60 of them
 */
export async function addProof(tx: Tx, by: Actor, input: NewProof): Promise<number> {
  const { personId, item, name, mediaType, stored } = input;
  await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const { same, count, consents } = await standingFiles(tx, input);
  refuseIf([
    consents === 0 && missingConsent('proof'),
    same > 0 && { field: 'file', key: 'proofs.file.same' },
    count >= mostFiles && { field: 'file', key: 'proofs.file.too-many', values: { n: mostFiles } },
  ]);
  const [id = 0] = await insertRowsForIds(tx, 'ProofFile', [
    {
      personId,
      item,
      name,
      mediaType,
      ...stored,
      uploadedAt: by.at,
      uploadedById: by.accountId,
    },
  ]);
  recordEvent(tx, by, {
    verb: 'proof.added',
    subjectKind: 'person',
    subjectId: personId,
    detail: { proofId: id, proofItem: item },
  });
  return id;
}

/** The person's files that were not removed, those that are the same, and the consents that stand. */
async function standingFiles(tx: Tx, { personId, item, stored: { sha256 } }: NewProof) {
  const [row] = await rowsOf<{ count: number; same: number; consents: number }>(
    tx,
    sql`SELECT COUNT(*) AS "count", COUNT(*) FILTER (WHERE "item" = ${item} AND "sha256" = ${sha256}) AS "same",
        (SELECT COUNT(*) FROM "Consent" WHERE "personId" = ${personId} AND "purpose" = 'proof'
          AND "withdrawnAt" IS NULL) AS "consents"
      FROM "ProofFile" WHERE "personId" = ${personId} AND "removedAt" IS NULL`,
  );
  if (!row) throw new Error('a count has a row');
  return row;
}

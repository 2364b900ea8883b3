import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { consentFault } from '../identities/live-consent.js';
import { refuseIf } from '../language/refusal.js';
import type { StoredFile } from './file-store.js';
import type { ProofItem } from './items.js';

const mostFiles = 60;

export type NewProof = {
  personId: number;
  item: ProofItem;
  /** As it may be shown. */
  name: string;
  mediaType: string;
  stored: StoredFile;
};

/**
 * Records a file that has been stored.
 * @returns the id of the file
 * @throws Refusal without a standing consent, for a file that is there already, or beyond 60 of them
 */
export async function addProof(tx: Tx, by: Actor, input: NewProof): Promise<number> {
  const { personId, item, name, mediaType, stored } = input;
  const standing = { personId, removedAt: null };
  const [same, count, noConsent] = await Promise.all([
    tx.proofFile.count({ where: { ...standing, item, sha256: stored.sha256 } }),
    tx.proofFile.count({ where: standing }),
    consentFault(tx, personId, 'proof'),
  ]);
  refuseIf([
    noConsent,
    same > 0 && { field: 'file', key: 'proofs.file.same' },
    count >= mostFiles && { field: 'file', key: 'proofs.file.too-many', values: { n: mostFiles } },
  ]);
  const { id } = await tx.proofFile.create({
    data: {
      ...{ personId, item, name, mediaType, ...stored },
      ...{ uploadedAt: by.at, uploadedById: by.accountId },
    },
  });
  recordEvent(tx, by, {
    verb: 'proof.added',
    subjectKind: 'person',
    subjectId: personId,
    detail: { proofId: id, proofItem: item },
  });
  return id;
}

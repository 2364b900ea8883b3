import type { Reads } from '../database/database.js';
import type { KeyRing } from './key-ring.js';
import { KeysProblem } from './keys-file.js';

/** The ids of the keys that something in the database was sealed or hashed with. */
export async function keysInUse(reads: Reads): Promise<Set<string>> {
  const numbers = await reads.identity.groupBy({ by: ['keyId'] });
  const certificates = await reads.certificate.groupBy({ by: ['keyId'] });
  const certificateLookups = await reads.certificate.groupBy({ by: ['lookupKeyId'] });
  const payees = await reads.payeeAccount.groupBy({
    by: ['keyId', 'lookupKeyId'],
    where: { keyId: { not: '' } },
  });
  const lookups = await reads.identity.groupBy({ by: ['lookupKeyId'] });
  // What is left of a roster after its time was hashed with no key.
  const rosters = await reads.rosterPerson.groupBy({
    by: ['lookupKeyId'],
    where: { lookupKeyId: { not: '' } },
  });
  const files = await reads.proofFile.groupBy({ by: ['keyId'], where: { removedAt: null } });
  return new Set([
    ...[...numbers, ...certificates, ...payees, ...files].map(({ keyId }) => keyId),
    ...[...lookups, ...certificateLookups, ...payees, ...rosters].map(
      ({ lookupKeyId }) => lookupKeyId,
    ),
  ]);
}

/** @throws KeysProblem naming every key that is wanted and not there */
export function refuseMissingKeys(keys: KeyRing, inUse: Set<string>, file: string): void {
  const missing = [...inUse].filter((id) => !keys.holds(id));
  if (missing.length === 0) return;
  throw new KeysProblem(
    `${file} lacks the key ${missing.join(', ')}, with which the database was sealed. ` +
      'Put back the file that belongs to this database, or set KEYS_FILE to where it is.',
  );
}

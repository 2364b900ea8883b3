import type { Reads } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { BrokenSeal, open } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';
import { identityPlace } from './identity-place.js';

const ROWS_A_READ = 1000;

/** Opens every identity number and forgets it at once. @returns which do not open, in words */
export async function identityFaults(reads: Reads, keys: KeyRing): Promise<string[]> {
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const identities = await reads.identity.findMany({
      where: { personId: { gt: last } },
      orderBy: { personId: 'asc' },
      take: ROWS_A_READ,
    });
    for (const identity of identities) {
      try {
        open(keys, identityPlace(identity), identity);
      } catch (error) {
        if (!(error instanceof BrokenSeal)) throw error;
        faults.push(`the identity number of person ${identity.personId} was altered`);
      }
    }
    if (identities.length < ROWS_A_READ) return faults;
    last = identities.at(-1)?.personId ?? last;
  }
}

/** The same for the numbers of certificates. */
export async function certificateFaults(reads: Reads, keys: KeyRing): Promise<string[]> {
  const faults: string[] = [];
  for (let skip = 0; ; skip += ROWS_A_READ) {
    const certificates = await reads.certificate.findMany({
      orderBy: [{ personId: 'asc' }, { category: 'asc' }],
      take: ROWS_A_READ,
      skip,
    });
    for (const certificate of certificates) {
      const { personId, category } = certificate;
      try {
        open(keys, certificatePlace(certificate), certificate);
      } catch (error) {
        if (!(error instanceof BrokenSeal)) throw error;
        faults.push(`the certificate of person ${personId} for ${category} was altered`);
      }
    }
    if (certificates.length < ROWS_A_READ) return faults;
  }
}

import type { Reads } from '../database/database.js';
import type { Fault } from '../language/refusal.js';
import type { Purpose } from './kinds.js';

/** The consent that stands, or null. */
export const liveConsent = (reads: Reads, personId: number, purpose: Purpose) =>
  reads.consent.findFirst({ where: { personId, purpose, withdrawnAt: null } });

/** What is wrong where a verb needs a consent that does not stand. */
export async function consentFault(
  reads: Reads,
  personId: number,
  purpose: Purpose,
): Promise<Fault | null> {
  const consent = await liveConsent(reads, personId, purpose);
  return consent ? null : { field: '', key: `identities.consent.missing.${purpose}` };
}

import { randomBytes } from 'node:crypto';
import type { KeyRing } from '../../vault/key-ring.js';
import { lookupOf } from '../../vault/lookup.js';
import { hashPassword } from '../passwords.js';

/** Letters and digits that nobody takes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 8;

/** A password that two administrators give together: each is shown one half of it, once. */
export type GivenPassword = {
  /** From which the second half follows. */
  ticket: string;
  firstHalf: string;
  passwordHash: string;
};

/**
 * Makes a password of two halves. Neither is stored: the first is known only where it is shown, the second follows from
 * the ticket and a key outside the database. So neither administrator can sign in with it alone.
 */
export async function makeGivenPassword(keys: KeyRing): Promise<GivenPassword> {
  const ticket = randomBytes(24).toString('base64url');
  const firstHalf = lettersOf(randomBytes(length));
  const passwordHash = await hashPassword(`${firstHalf}-${secondHalfOf(keys, ticket)}`);
  return { ticket, firstHalf, passwordHash };
}

/** The half that the second administrator is shown when the request is confirmed. */
export function secondHalfOf(keys: KeyRing, ticket: string): string {
  const { lookup } = lookupOf(keys, 'given-password', ticket);
  return lettersOf(Buffer.from(lookup, 'hex').subarray(0, length));
}

const lettersOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');

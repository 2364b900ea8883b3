import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';

/**
 * The six digits of a PhoneCode, from its id and the key that lies outside the database, as in RFC 4226: so they
 * are stored nowhere, can be sent again after a crash, and cannot be told from a copy of the database.
 */
export function codeOf(keys: KeyRing, id: string): string {
  const { lookup } = lookupOf(keys, 'phone-code', id);
  return String(Number.parseInt(lookup.slice(0, 12), 16) % 1_000_000).padStart(6, '0');
}

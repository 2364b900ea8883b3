import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

export type Lookup = { lookup: string; lookupKeyId: string };

/**
 * A keyed hash (HMAC-SHA-256) by which equal values are found without opening them. There are few
 * identity numbers, so that a hash without a key could be turned back by trying all of them.
 */
export function lookupOf(keys: KeyRing, kind: string, value: string): Lookup {
  const { id: lookupKeyId, bytes } = keys.lookup;
  const lookup = createHmac('sha256', bytes)
    .update(JSON.stringify([kind, value]))
    .digest('hex');
  return { lookup, lookupKeyId };
}

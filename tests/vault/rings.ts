import { KeyRing, type Keys, newKey, newKeys } from '../../src/vault/key-ring.js';

export const madeAt = new Date('2025-02-01T02:00:00Z');

/** A ring of its own, in no file. */
export const someRing = (): KeyRing => new KeyRing(newKeys(madeAt));

/** The same keys and a newer one after them. */
export const withNewer = (keys: Keys): Keys => ({
  ...keys,
  sealing: [...keys.sealing, newKey(madeAt)],
});

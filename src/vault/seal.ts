import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/** The first byte of what is sealed: how it was done. */
const form = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** By how much what is sealed is longer than its content. */
export const sealBytes = 1 + nonceBytes + tagBytes;

export type Sealed = { keyId: string; sealed: Buffer };

/** What was sealed does not open: it was altered, cut, or stood elsewhere when it was sealed. */
export class BrokenSeal extends Error {
  override name = 'BrokenSeal';
  constructor(place: string) {
    super(`what is sealed at ${place} was altered or belongs to another place`);
  }
}

/**
 * Seals with the newest key: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits.
 * @param place the table and the record that it belongs to; moved to another one it does not open
 * @returns form, nonce, ciphertext and tag one after the other, and the id of the key
 */
export function seal(keys: KeyRing, place: string, plain: Uint8Array): Sealed {
  const { id: keyId, bytes } = keys.newest;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce);
  cipher.setAAD(contextOf(keyId, place));
  const parts = [Buffer.of(form), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return { keyId, sealed: Buffer.concat(parts) };
}

/** @throws BrokenSeal; KeyMissing */
export function open(keys: KeyRing, place: string, { keyId, sealed }: SealedAtRest): Buffer {
  const { bytes } = keys.keyOf(keyId);
  const body = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  if (body.length < 1 + nonceBytes + tagBytes || body[0] !== form) throw new BrokenSeal(place);
  const nonce = body.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: tagBytes });
  decipher.setAAD(contextOf(keyId, place));
  decipher.setAuthTag(body.subarray(-tagBytes));
  try {
    return Buffer.concat([
      decipher.update(body.subarray(1 + nonceBytes, -tagBytes)),
      decipher.final(),
    ]);
  } catch {
    throw new BrokenSeal(place);
  }
}

/** As the database gives it back. */
type SealedAtRest = { keyId: string; sealed: Uint8Array };

const contextOf = (keyId: string, place: string): Buffer =>
  Buffer.from(JSON.stringify([form, keyId, place]));

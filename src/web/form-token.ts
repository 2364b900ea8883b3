import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret that a session's forms must carry; it gives away nothing about the session token. */
export function formSecretOf(sessionToken: string): string {
  return createHash('sha256').update(`${sessionToken}csrf`).digest('base64url');
}

/**
 * The secret under a random pad, different on each page: compressed pages that also repeat what a
 * visitor typed would otherwise give it away byte by byte (the BREACH attack).
 */
export function maskToken(secret: string): string {
  const plain = Buffer.from(secret, 'base64url');
  const pad = randomBytes(plain.length);
  return Buffer.concat([pad, xor(plain, pad)]).toString('base64url');
}

/** Whether a token from a form hides this secret; the time taken does not depend on where they differ. */
export function tokenMatches(token: unknown, secret: string): boolean {
  const plain = Buffer.from(secret, 'base64url');
  const signature = Buffer.from(typeof token === 'string' ? token : '', 'base64url');
  if (signature.length !== 2 * plain.length) return false;
  return timingSafeEqual(
    xor(signature.subarray(0, plain.length), signature.subarray(plain.length)),
    plain,
  );
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));
}

import { randomUUID } from 'node:crypto';

/** A fresh key for one form on one page, by which sending it twice is noticed. */
export function onceKey(): string {
  return randomUUID();
}

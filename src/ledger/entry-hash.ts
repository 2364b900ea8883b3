import { createHash } from 'node:crypto';

export type HashedEntry = {
  position: number;
  effectiveOn: string;
  recordedAt: Date;
  measure: string;
  parkId: number;
  ventureId: number | null;
  amount: bigint;
  causeKind: string;
  causeId: number;
  reverses: number | null;
  actorId: number | null;
};

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64);

/** The hash of an entry in hexadecimal, as the head, pages and files have it. */
export const hashOf = ({ hash }: { hash: Uint8Array }): string => Buffer.from(hash).toString('hex');

/** SHA-256, in hexadecimal, over the hash of the entry before and every field of this one. */
export function entryHash(previous: string, entry: HashedEntry): string {
  const fields = [
    entry.position,
    entry.effectiveOn,
    entry.recordedAt.toISOString(),
    entry.measure,
    entry.parkId,
    entry.ventureId,
    entry.amount.toString(),
    entry.causeKind,
    entry.causeId,
    entry.reverses,
    entry.actorId,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex');
}

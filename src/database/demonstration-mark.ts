import type { Reads, Tx } from './database.js';

const key = 'demonstration';

/** Marks the database as holding invented data, for good: every page will say so, and production refuses it. */
export async function markDemonstration(tx: Tx): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value: 'yes' }, update: {} });
}

export async function holdsDemonstration(reads: Reads): Promise<boolean> {
  return (await reads.setting.findUnique({ where: { key } })) !== null;
}

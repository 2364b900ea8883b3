import type { Reads } from '../database/database.js';
import { HEAD } from '../ledger/known-in-act.js';

/** Where the ledger stands: the position of its newest entry, and the hash that holds all before it. */
export async function ledgerHead(reads: Reads): Promise<{ position: number; hash: string }> {
  const { position, hash } = await reads.ledgerHead.findUniqueOrThrow({ where: { id: HEAD } });
  return { position, hash };
}

import type { Db } from '../../src/database/database.js';
import { loadNetwork } from './network/load.js';
import { demonstration } from './network/shape.js';
import type { Sealing } from './waivers/papers.js';

/**
 * Loads the demonstration network into an empty database, through the product's own verbs: ten invented parks
 * whose story runs from 2023-01 to 2026-10, and which stand at the reported figures on 2025-01-21; cases of waivers
 * come up to 2026-11-24. All of it or nothing, and the same each time but for what is sealed.
 */
export async function loadDemonstration(
  db: Db,
  { log, sealing }: { log: (line: string) => void; sealing: Sealing },
): Promise<void> {
  await loadNetwork(db, demonstration, { log, isWhole: true, sealing });
}

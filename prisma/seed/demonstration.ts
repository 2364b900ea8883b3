import type { Db } from '../../src/database/database.js';
import { loadNetwork } from './network/load.js';
import { demonstration } from './network/shape.js';

/**
 * Loads the demonstration network into an empty database, through the product's own verbs: ten invented parks
 * whose story runs from 2023-01 to 2026-10, and which stand at the reported figures on 2025-01-21.
 * The same bytes every time, and all of it or nothing.
 */
export async function loadDemonstration(
  db: Db,
  { log }: { log: (line: string) => void },
): Promise<void> {
  await loadNetwork(db, demonstration, { log, isWhole: true });
}

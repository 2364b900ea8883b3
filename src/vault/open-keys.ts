import type { Reads } from '../database/database.js';
import type { KeyRing } from './key-ring.js';
import { openKeyRing } from './keys-file.js';
import { keysInUse, refuseMissingKeys } from './keys-in-use.js';

/**
 * The keys for this database, made where it holds nothing sealed yet.
 * @throws KeysProblem where they are lost, altered, or those of another database
 */
export async function openKeys(
  reads: Reads,
  { file, now, tell }: { file: string; now: Date; tell: (line: string) => void },
): Promise<KeyRing> {
  const inUse = await keysInUse(reads);
  const keys = openKeyRing(file, { mayMake: inUse.size === 0, now, tell });
  refuseMissingKeys(keys, inUse, file);
  return keys;
}

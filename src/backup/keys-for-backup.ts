import { existsSync } from 'node:fs';
import { KeyRing } from '../vault/key-ring.js';
import { readKeysFile } from '../vault/keys-file.js';
import { BackupProblem, type Manifest } from './manifest.js';

/**
 * The keys that open what is sealed in a backup; null where nothing is.
 * @throws BackupProblem saying which keys are missing and where they go; KeysProblem
 */
export function keysForBackup({ keys }: Manifest, keysFile: string): KeyRing | null {
  if (keys.length === 0) return null;
  if (!existsSync(keysFile)) {
    throw new BackupProblem(
      `The keys are not at ${keysFile}: no backup holds them. Fetch the copy of keys.json that is kept apart ` +
        `(it has the keys ${keys.join(', ')}), put it there with chmod 600, or set KEYS_FILE to where it is. Nothing was written.`,
    );
  }
  const ring = new KeyRing(readKeysFile(keysFile));
  const missing = keys.filter((id) => !ring.holds(id));
  if (missing.length === 0) return ring;
  throw new BackupProblem(
    `${keysFile} lacks the key ${missing.join(', ')}, with which this backup was sealed: it is the file of another ` +
      'system, or older than the backup. Put the right one there, or set KEYS_FILE to where it is. Nothing was written.',
  );
}

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Told } from '../told.js';
import { type Key, KeyRing, type Keys, keyBytes, keyIdOf, newKeys } from './key-ring.js';

/** The file of keys cannot be used; told to whoever starts, without a stack. */
export class KeysProblem extends Told {
  override name = 'KeysProblem';
}

const StoredKey = z
  .object({ id: z.string(), madeAt: z.iso.datetime(), key: z.base64() })
  .transform(({ id, madeAt, key }): Key => ({ id, madeAt, bytes: Buffer.from(key, 'base64') }))
  .refine(({ bytes }) => bytes.length === keyBytes, `is not of ${keyBytes} bytes`)
  .refine(({ id, bytes }) => id === keyIdOf(bytes), 'does not belong to its id: it was altered');
const StoredKeys = z.object({ sealing: z.array(StoredKey).min(1), lookup: StoredKey });

/**
 * The keys of the file, which is made at the first start.
 * @param mayMake whether nothing has been sealed yet: else a missing file is a lost one
 * @throws KeysProblem
 */
export function openKeyRing(
  file: string,
  { mayMake, now, tell }: { mayMake: boolean; now: Date; tell: (line: string) => void },
): KeyRing {
  if (!existsSync(file)) {
    if (!mayMake) throw new KeysProblem(lost(file));
    makeKeysFile(file, newKeys(now));
    tell(
      `Made the keys that seal identity numbers and proof: ${file}\n` +
        'Keep a copy of it, apart from the copies of the data: without it they cannot be opened again.',
    );
  }
  return new KeyRing(readKeysFile(file), () => readKeysFile(file));
}

const lost = (file: string): string =>
  `${file} is not there, but the database holds what was sealed with it. ` +
  'Put the file back from its copy, or set KEYS_FILE to where it is.';

/** @throws KeysProblem where it cannot be read, was altered, or others may read it */
export function readKeysFile(file: string): Keys {
  let text: string;
  try {
    if ((statSync(file).mode & 0o077) !== 0) {
      throw new Error('others than its owner may use it: chmod 600');
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new KeysProblem(`The keys cannot be read: ${file}: ${(error as Error).message}`);
  }
  const read = StoredKeys.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'it';
  // What is in the file must not stand in a message.
  throw new KeysProblem(`${file} is not a file of keys: ${where} ${issue?.message}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Makes the file, unless another process was quicker: then that one's stands. */
function makeKeysFile(file: string, keys: Keys): void {
  const draft = writeDraft(file, keys);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(file, error);
  } finally {
    rmSync(draft);
  }
}

/** Replaces the file in one step: at no moment is there half of one. */
export function replaceKeysFile(file: string, keys: Keys): void {
  const draft = writeDraft(file, keys);
  renameSync(draft, file);
}

function writeDraft(file: string, { sealing, lookup }: Keys): string {
  const stored = ({ id, madeAt, bytes }: Key) => ({ id, madeAt, key: bytes.toString('base64') });
  const text = JSON.stringify({ sealing: sealing.map(stored), lookup: stored(lookup) }, null, 2);
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeSync(handle, `${text}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw unwritable(file, error);
  }
  return draft;
}

const unwritable = (file: string, error: unknown): KeysProblem =>
  new KeysProblem(`The keys cannot be written: ${file}: ${(error as Error).message}`);

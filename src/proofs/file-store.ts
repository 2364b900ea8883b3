import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open as openFile, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { KeyRing } from '../vault/key-ring.js';
import { BrokenSeal, open, seal } from '../vault/seal.js';

/** `size` and `sha256` are those of the content before sealing. */
export type StoredFile = { storedAs: string; keyId: string; size: number; sha256: string };
/** With the hash of the sealed bytes, by which the file can be checked without the keys. */
export type SealedFile = StoredFile & { sealedSha256: string };

/** Spread over 256 folders by the first two characters. */
export const pathOf = (folder: string, storedAs: string): string =>
  path.join(folder, storedAs.slice(0, 2), storedAs);

/** Whose a file is: a person's, or nobody's where it proves a headcount. */
export type Owned = { personId: number | null };

const place = (personId: number | null, storedAs: string): string =>
  `ProofFile ${personId ?? 'of a return'} ${storedAs}`;
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Seals a file and writes it under a new name, whole or not at all; nothing refers to it yet. */
export async function storeFile(
  folder: string,
  keys: KeyRing,
  { personId, bytes }: Owned & { bytes: Buffer },
): Promise<SealedFile> {
  const storedAs = randomUUID().replaceAll('-', '');
  const { keyId, sealed } = seal(keys, place(personId, storedAs), bytes);
  const file = pathOf(folder, storedAs);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.draft`;
  try {
    await writeThrough(draft, sealed);
    await rename(draft, file);
    await flushFolder(path.dirname(file));
  } catch (error) {
    for (const begun of [draft, file]) await rm(begun, { force: true });
    throw error;
  }
  return {
    storedAs,
    keyId,
    size: bytes.length,
    sha256: sha256Of(bytes),
    sealedSha256: sha256Of(sealed),
  };
}

/** @throws BrokenSeal when the file is not what was stored; ENOENT when it is not there */
export async function readStored(
  folder: string,
  keys: KeyRing,
  file: StoredFile & Owned,
): Promise<Buffer> {
  return unseal(keys, file, await readSealed(folder, file.storedAs));
}

/** @throws ENOENT when it is not there */
export const readSealed = (folder: string, storedAs: string): Promise<Buffer> =>
  readFile(pathOf(folder, storedAs));

/** The content. @throws BrokenSeal when the bytes are not what was stored; KeyMissing */
export function unseal(keys: KeyRing, file: StoredFile & Owned, sealed: Buffer): Buffer {
  const { storedAs, keyId, personId } = file;
  const where = place(personId, storedAs);
  const bytes = open(keys, where, { keyId, sealed });
  if (bytes.length !== file.size || sha256Of(bytes) !== file.sha256) throw new BrokenSeal(where);
  return bytes;
}

/** Deletes files that nothing refers to any more; one that is gone already is fine. */
export async function deleteStored(folder: string, names: string[]): Promise<void> {
  for (const storedAs of names) await rm(pathOf(folder, storedAs), { force: true });
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await openFile(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name is safe on disk only when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import type { KeyRing } from '../vault/key-ring.js';
import { BrokenSeal, sealBytes } from '../vault/seal.js';
import { type Owned, readSealed, type StoredFile, sha256Of, unseal } from './file-store.js';

export type RecordedProof = StoredFile & Owned & { id: number; sealedSha256: string | null };
/** `bySize` counts the files of which nothing but the size could be checked. */
export type ProofCheck = { files: number; bySize: number; faults: string[] };

/**
 * Holds every file of proof against its record: that it is there and, by the hash of its sealed bytes, as it was written.
 * @param keys opens each as well, so that a file exchanged together with its hash is found; null checks without
 * @param isCurrent whether the record still says so: a file may have been removed since the records were read
 */
export async function checkProofs(
  files: RecordedProof[],
  {
    folder,
    keys,
    isCurrent,
  }: {
    folder: string;
    keys: KeyRing | null;
    isCurrent: (file: RecordedProof) => Promise<boolean>;
  },
): Promise<ProofCheck> {
  const check: ProofCheck = { files: files.length, bySize: 0, faults: [] };
  for (const file of files) {
    const fault = await faultOf(folder, keys, file);
    if (fault && (await isCurrent(file)))
      check.faults.push(`proof ${file.id} (${file.storedAs}): ${fault}`);
    if (!keys && file.sealedSha256 === null) check.bySize += 1;
  }
  return check;
}

async function faultOf(
  folder: string,
  keys: KeyRing | null,
  file: RecordedProof,
): Promise<string | null> {
  try {
    const sealed = await readSealed(folder, file.storedAs);
    const altered = 'its file was altered';
    if (sealed.length !== file.size + sealBytes) return altered;
    if (file.sealedSha256 !== null && sha256Of(sealed) !== file.sealedSha256) return altered;
    if (keys) unseal(keys, file, sealed);
    return null;
  } catch (error) {
    if (error instanceof BrokenSeal) return 'its file was altered, or is that of another record';
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return 'its file is not there';
    if (code === undefined) throw error;
    return `its file cannot be read (${code})`;
  }
}

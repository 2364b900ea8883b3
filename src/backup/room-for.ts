import { statfs } from 'node:fs/promises';
import { Misuse } from '../told.js';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** @throws Misuse where the disk of the folder has less room than that */
export async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new Misuse(
    `The disk of ${folder} is too full: ${megabytes(bytes)} are needed, ${megabytes(free)} are free. Nothing was written.`,
  );
}

/** The error of a disk that filled up meanwhile, of the file system or of SQLite, in words; any other as it is. */
export function inWords(error: unknown, folder: string): unknown {
  const { code } = error as { code?: string };
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
  if (!isFull) return error;
  return new Misuse(`The disk of ${folder} is full. What had been written was taken away again.`);
}

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.js';

/** Beside the database and never under what is served. */
export const exportsFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'exports');

/** Writes a file under a new name, whole or not at all; nothing refers to it yet. */
export async function keepFile(
  folder: string,
  bytes: Readable,
  format: string,
): Promise<{ file: string; size: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = `${randomUUID()}.${format}`;
  const draft = path.join(folder, `${file}.part`);
  try {
    await pipeline(bytes, createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    await flush(draft);
    await rename(draft, path.join(folder, file));
    await flush(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { file, size: (await stat(path.join(folder, file))).size };
}

async function flush(what: string): Promise<void> {
  const handle = await open(what, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

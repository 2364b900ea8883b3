import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileMark } from './manifest.js';

/** Bytes read at a time. */
const CHUNK = 1 << 20;

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes a new file for its owner only; it is on the disk when this returns, its name once its folder is flushed. */
export async function writeThrough(file: string, bytes: string | Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Size and SHA-256 of a file, which may be larger than memory. @throws ENOENT */
export async function markOf(file: string): Promise<FileMark> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Copies a file to a new one, through to the disk. @returns what was copied. @throws ENOENT where it is gone */
export async function copyThrough(from: string, to: string): Promise<FileMark> {
  const source = await open(from, 'r');
  try {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    const target = await open(to, 'wx', 0o600);
    try {
      const mark = await pour(source, target);
      await target.sync();
      return mark;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function pour(source: FileHandle, target: FileHandle): Promise<FileMark> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let bytes = 0; ; ) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await target.writeFile(part);
    bytes += bytesRead;
  }
}

/** A name is safe on the disk only when its folder is. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The folder and all folders in it. */
export async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) await flushFolder(path.join(entry.parentPath, entry.name));
  await flushFolder(folder);
}

/** The paths of all files in a folder, from it and with slashes, sorted; what is neither file nor folder too. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

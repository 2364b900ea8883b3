import { crc32 } from 'node:zlib';
import { type Budget, RefusedFile } from './limits.js';
import type { Zip, ZipEntry } from './zip-directory.js';

/** Up to here no ratio is remarkable: a table of blank rows packs well. */
const harmless = 10 * 1024 * 1024;
/** What deflate makes of a real table stays far below. */
const mostRatio = 200;

/**
 * The bytes of a file in an archive as they are unpacked.
 * @throws RefusedFile where the archive is broken, or what it says of the file is not so
 */
export async function* unpacked({ file }: Zip, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0;
  let sum = 0;
  try {
    for await (const piece of await file.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length;
      sum = crc32(piece as Buffer, sum);
      yield piece as Buffer;
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('unreadable');
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new RefusedFile('unreadable');
}

/**
 * Unpacks a whole archive without keeping anything, so that whoever reads it afterwards knows that it is sound.
 * @throws RefusedFile as soon as it comes to more than the limit, or packs better than any real file
 */
export async function measureZip(zip: Zip, budget: Budget): Promise<void> {
  let isSound = true;
  for (const entry of zip.entries) {
    const mostHere = Math.max(harmless, entry.compressedSize * mostRatio);
    let size = 0;
    try {
      for await (const piece of unpacked(zip, entry)) {
        size += piece.length;
        budget.spend('unpacked', piece.length);
        if (size > mostHere) throw new RefusedFile('unpacked', budget.left('unpacked') + size);
      }
    } catch (error) {
      if (!(error instanceof RefusedFile) || error.reason !== 'unreadable') throw error;
      isSound = false;
    }
  }
  if (!isSound) throw new RefusedFile('unreadable');
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { zipEndIn } from '../proofs/whole-file.js';

const entryMark = 0x02014b50;
type Sizes = { sheets: number; beside: number };
class TooLarge extends Error {}

/**
 * What a workbook comes to unpacked, by unpacking it: what an archive says of itself may be a lie.
 * @returns the bytes of its sheets and of the rest, 'too-large' as soon as one is more than it may be, or null for a
 * broken archive
 */
export async function unpackedSizes(
  bytes: Buffer,
  most: Sizes,
): Promise<Sizes | 'too-large' | null> {
  const end = zipEndIn(bytes);
  if (end < 0) return null;
  const left = { ...most };
  let at = bytes.readUInt32LE(end + 16);
  try {
    for (let files = bytes.readUInt16LE(end + 10); files > 0; files -= 1) {
      if (bytes.readUInt32LE(at) !== entryMark) return null;
      const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
      const path = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
      const kind = path.startsWith('xl/worksheets/') ? 'sheets' : 'beside';
      left[kind] -= await entrySize(bytes, at, left[kind]);
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : null;
  }
  return { sheets: most.sheets - left.sheets, beside: most.beside - left.beside };
}

/** @throws TooLarge for more than so many; what the unpacking throws for a broken one */
async function entrySize(bytes: Buffer, at: number, most: number): Promise<number> {
  const [packed, said] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  if (said > most) throw new TooLarge();
  const isStored = bytes.readUInt16LE(at + 10) === 0;
  if (isStored) return packed;
  const start = bytes.readUInt32LE(at + 42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  let size = 0;
  await pipeline(
    Readable.from([bytes.subarray(data, data + packed)]),
    createInflateRaw(),
    async (pieces) => {
      for await (const piece of pieces) {
        size += (piece as Buffer).length;
        if (size > most) throw new TooLarge();
      }
    },
  );
  return size;
}

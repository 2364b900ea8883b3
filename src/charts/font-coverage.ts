import { type FileHandle, open } from 'node:fs/promises';

/** Whether a font has a drawing of a character, by its code point. */
export type Coverage = (codePoint: number) => boolean;
type Range = [first: number, last: number];

/**
 * Reads which characters a font covers: OpenType's table `cmap`, of the first font of a collection, whose fonts share
 * their characters. @returns null for a file that is no font, or one with tables of another kind
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export async function coverageOf(file: string): Promise<Coverage | null> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file);
    const ranges = rangesOf(await characterMap(handle));
    return (codePoint) => isIn(ranges, codePoint);
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
}

async function characterMap(handle: FileHandle): Promise<Buffer> {
  const read = async (at: number, size: number) =>
    (await handle.read(Buffer.alloc(size), 0, size, at)).buffer;
  const head = await read(0, 16);
  const start = head.toString('latin1', 0, 4) === 'ttcf' ? head.readUInt32BE(12) : 0;
  const count = (await read(start, 12)).readUInt16BE(4);
  const tables = await read(start + 12, count * 16);
  for (let at = 0; at < tables.length; at += 16)
    if (tables.toString('latin1', at, at + 4) === 'cmap')
      return read(tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12));
  throw new Error('a font without characters');
}

/** Of the map with all of Unicode (format 12), or of that with its first plane (format 4). */
function rangesOf(map: Buffer): Range[] {
  const starts = Array.from({ length: map.readUInt16BE(2) }, (_, i) =>
    map.readUInt32BE(4 + i * 8 + 4),
  );
  const of = (format: number) => starts.find((at) => map.readUInt16BE(at) === format);
  const whole = of(12);
  if (whole !== undefined) {
    const groups = map.readUInt32BE(whole + 12);
    return Array.from({ length: groups }, (_, i) => {
      const at = whole + 16 + i * 12;
      return [map.readUInt32BE(at), map.readUInt32BE(at + 4)] satisfies Range;
    });
  }
  const plane = of(4);
  if (plane === undefined) throw new Error('a map of another format');
  const size = map.readUInt16BE(plane + 6);
  return Array.from({ length: size / 2 }, (_, i) => {
    const last = plane + 14 + i * 2;
    return [map.readUInt16BE(last + size + 2), map.readUInt16BE(last)] satisfies Range;
  });
}

/** The ranges lie in order. */
function isIn(ranges: Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range)[1] < codePoint) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= codePoint;
}

/** A font's tables and where they stand: their names, and their places from the beginning of the file. */
const tablesAt = (bytes: Buffer, at: number): Buffer =>
  bytes.subarray(at, at + 12 + bytes.readUInt16BE(at + 4) * 16);

function tableOf(bytes: Buffer, directory: Buffer, tag: string): Buffer | null {
  for (let at = 12; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== tag) continue;
    const start = directory.readUInt32BE(at + 8);
    return bytes.subarray(start, start + directory.readUInt32BE(at + 12));
  }
  return null;
}

/** The names of families that a font goes by (1, and 16 for those of more than four styles), as Windows reads them. */
function familiesOf(names: Buffer): string[] {
  const texts = names.readUInt16BE(4);
  return Array.from({ length: names.readUInt16BE(2) }, (_, i) => {
    const at = 6 + i * 12;
    const [platform, kind] = [names.readUInt16BE(at), names.readUInt16BE(at + 6)];
    if (platform !== 3 || (kind !== 1 && kind !== 16)) return '';
    const start = texts + names.readUInt16BE(at + 10);
    const text = Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8)));
    return text.swap16().toString('utf16le');
  });
}

/**
 * The font of a family in a file, as a file that begins with it: in a collection the tables of each font are found by
 * their places in the whole, so that its own directory at the beginning makes it the only one.
 * @param bytes a font or a collection of fonts; may be written over
 * @returns null where no font of it has the family
 * @see https://learn.microsoft.com/typography/opentype/spec/otff#font-collections
 */
export function faceOf(bytes: Buffer, family: string): Buffer | null {
  const isCollection = bytes.toString('latin1', 0, 4) === 'ttcf';
  const starts = isCollection
    ? Array.from({ length: bytes.readUInt32BE(8) }, (_, i) => bytes.readUInt32BE(12 + i * 4))
    : [0];
  for (const start of starts) {
    const directory = tablesAt(bytes, start);
    const names = tableOf(bytes, directory, 'name');
    if (names === null || !familiesOf(names).includes(family)) continue;
    bytes.copyWithin(0, start, start + directory.length);
    return bytes;
  }
  return null;
}

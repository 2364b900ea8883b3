import { type ContentFault, zipEndIn } from './whole-file.js';

const mostEntries = 5000;
const mostUnpacked = 200 * 1024 * 1024;

type Entry = { name: string; isEncrypted: boolean; unpacked: number };

/**
 * What is wrong with an OFD (GB/T 33190): a zip that begins the file, with OFD.xml at its top, nothing
 * encrypted (GM/T 0099 adds Encryptions.xml), and that does not unpack to something huge.
 */
export function ofdFault(bytes: Buffer): ContentFault | null {
  const entries = entriesOf(bytes);
  if (entries === null) return 'broken';
  if (!entries.some(({ name }) => name.toLowerCase() === 'ofd.xml')) return 'not-ofd';
  const isEncrypted = entries.some(
    (entry) => entry.isEncrypted || entry.name.toLowerCase() === 'encryptions.xml',
  );
  if (isEncrypted) return 'encrypted';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return unpacked > mostUnpacked || entries.some(leadsOut) ? 'broken' : null;
}

/** A name that would be written elsewhere than under the folder that the zip is unpacked in. */
const leadsOut = ({ name }: Entry): boolean => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:/i.test(name);

/** The central directory of a zip (APPNOTE 4.3.12), or null where it does not hold together. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = zipEndIn(bytes);
  if (end < 0 || bytes.readUInt32BE(0) !== 0x504b0304) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries || at + bytes.readUInt32LE(end + 12) !== end) return null;
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || bytes.readUInt32BE(at) !== 0x504b0102) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      unpacked: bytes.readUInt32LE(at + 24),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return at === end ? entries : null;
}

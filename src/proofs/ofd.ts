import { Budget, RefusedFile } from '../files/limits.js';
import { measureZip } from '../files/unpack.js';
import { openZip } from '../files/zip-directory.js';
import type { ContentFault } from './whole-file.js';

/** An OFD is unpacked by whoever opens it; of the other limits none is a zip's. */
const limits = {
  entries: 5000,
  unpacked: 200 * 1024 * 1024,
  strings: 0,
  stringBytes: 0,
  rows: 0,
  columns: 0,
  cells: 0,
  ranges: 0,
  styles: 0,
  text: 0,
};

/**
 * What is wrong with an OFD (GB/T 33190): a zip that begins the file, with OFD.xml at its top, nothing
 * encrypted (GM/T 0099 adds Encryptions.xml), and that does not unpack to something huge. It is unpacked to know that,
 * so this runs in a worker.
 */
export async function ofdFault(bytes: Buffer): Promise<ContentFault | null> {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x504b0304) return 'broken';
  try {
    const budget = new Budget(limits);
    const zip = await openZip(bytes, budget);
    const names = zip.entries.map(({ fileName }) => fileName.toLowerCase());
    if (!names.includes('ofd.xml')) return 'not-ofd';
    if (names.includes('encryptions.xml')) return 'encrypted';
    await measureZip(zip, budget);
    return null;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return error.reason === 'encrypted' ? 'encrypted' : 'broken';
  }
}

import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { type Budget, RefusedFile } from './limits.js';

/** A file in an archive. */
export type ZipEntry = Entry;
export type Zip = { file: ZipFile; entries: ZipEntry[] };

// Sizes are compared where they are counted: a file that unpacks to too much is told so, whatever it says of itself.
const options = {
  lazyEntries: true,
  autoClose: false,
  validateEntrySizes: false,
} satisfies Options;

/**
 * The directory of an archive, read within limits and before anything is unpacked.
 * @throws RefusedFile for what is no archive, names a file twice or one outside of it, is encrypted, or says of itself
 * that it is too large
 */
export async function openZip(bytes: Buffer, budget: Budget): Promise<Zip> {
  const file = await opened(bytes);
  budget.check('entries', file.entryCount);
  const entries = await entriesOf(file);
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size < entries.length) throw new RefusedFile('unreadable');
  if (entries.some((entry) => entry.isEncrypted())) throw new RefusedFile('encrypted');
  budget.check(
    'unpacked',
    entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
  );
  return { file, entries };
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, options, (error, file) => {
      if (error) reject(new RefusedFile('unreadable'));
      else resolve(file);
    });
  });

const entriesOf = (file: ZipFile): Promise<ZipEntry[]> =>
  new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    file.on('entry', (entry: ZipEntry) => {
      entries.push(entry);
      file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', () => reject(new RefusedFile('unreadable')));
    file.readEntry();
  });

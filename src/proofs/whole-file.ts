/** Why content that begins well is not taken all the same. */
export type ContentFault = 'broken' | 'encrypted' | 'double' | 'not-ofd';

/** What ends a zip: its end record, whose comment reaches exactly to the end of the file. */
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');

/** Where the end record of a zip begins, or -1. A file that has one can be opened as a zip, whatever it begins with. */
export function zipEndIn(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.lastIndexOf(zipEnd); at >= first; at = bytes.lastIndexOf(zipEnd, at - 1)) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
    if (at === 0) break;
  }
  return -1;
}

const page = /<(?:!doctype\s+html|html|script|iframe)[\s>]/i;

/** Whether something else can be read out of the file as well: a page with script, or a zip. */
export const isTwoInOne = (bytes: Buffer): boolean =>
  zipEndIn(bytes) >= 0 || page.test(bytes.toString('latin1'));

/** Whether a reader of PDF, which looks for its mark in the first 1,024 bytes, would open a picture. */
export const looksLikePdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

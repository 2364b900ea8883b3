import { type ContentFault, isTwoInOne } from './whole-file.js';

/** A dictionary of encryption, which stands in the open even where all else is packed (ISO 32000-1, 7.6). */
const encryption = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/** What is wrong with a PDF: it begins with its mark and ends with %%EOF, is not encrypted, and nothing else too. */
export function pdfFault(bytes: Buffer): ContentFault | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1'))) return 'broken';
  if (encryption.test(bytes.toString('latin1'))) return 'encrypted';
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return 'broken';
  const isEnd = /^[\s\0]*$/.test(bytes.subarray(end + 5).toString('latin1'));
  return isEnd && !isTwoInOne(bytes) ? null : 'double';
}

import { type ContentFault, isTwoInOne, looksLikePdf } from './whole-file.js';

/** Of 8 kB each in most programs, so that 10 MB have 1,280. */
const mostChunks = 50_000;

/** What is wrong with a PNG: its chunks lead from IHDR to IEND (ISO/IEC 15948), and nothing comes after. */
export function pngFault(bytes: Buffer): ContentFault | null {
  let hasData = false;
  let chunks = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks += 1;
    if (chunks > mostChunks) break;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && (kind !== 'IHDR' || length !== 13 || bytes.readUInt32BE(at + 8) === 0)) break;
    if (kind === 'IDAT') hasData = true;
    at += 12 + length;
    if (kind !== 'IEND') continue;
    if (!hasData || at > bytes.length) break;
    return at < bytes.length || looksLikePdf(bytes) || isTwoInOne(bytes) ? 'double' : null;
  }
  return 'broken';
}

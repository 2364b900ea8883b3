import { type ContentFault, isTwoInOne, looksLikePdf } from './whole-file.js';

/** Start of frame: the kinds of JPEG that a reader shows; C4, C8 and CC are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * What is wrong with a JPEG: its segments follow one another up to the picture, which has a size and an end
 * (ISO/IEC 10918-1, annex B). Phones append things of their own after the end.
 */
export function jpegFault(bytes: Buffer): ContentFault | null {
  const picture = pictureOf(bytes);
  if (picture === null || bytes.indexOf(Buffer.of(0xff, 0xd9), picture) < 0) return 'broken';
  return looksLikePdf(bytes) || isTwoInOne(bytes) ? 'double' : null;
}

/** Before the picture; cameras write some hundreds at most. */
const mostSegments = 50_000;

/** Where the picture's own data begins, or null. */
function pictureOf(bytes: Buffer): number | null {
  let hasFrame = false;
  let segments = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a byte that fills up
      continue;
    }
    if (isFrame(marker)) hasFrame = at + 9 <= bytes.length && bytes.readUInt16BE(at + 7) > 0;
    const length = bytes.readUInt16BE(at + 2);
    segments += 1;
    if (length < 2 || segments > mostSegments) return null;
    at += 2 + length;
    if (marker === 0xda) return hasFrame && at < bytes.length ? at : null;
  }
  return null;
}

import { isHeic } from '../files/heic.js';
import { RefusedFile } from '../files/limits.js';
import { renderPicture } from '../files/render-picture.js';
import type { SentFile } from '../files/upload.js';
import { Refusal } from '../language/refusal.js';

/** Of its longer side in pixels: an A4 page has some 200 to the inch then, and small print stays legible. */
export const longestOfPaper = 2400;

const ending = /\.(heic|heif|hif)$/i;

/**
 * A photograph that an iPhone stored as HEIC, which no browser of the desks shows, as a JPEG; any other file as it is.
 * @throws Refusal for one that cannot be decoded, or whose name says something else
 */
export async function heicAsJpeg({ name, bytes }: SentFile): Promise<SentFile> {
  if (!isHeic(bytes)) return { name, bytes };
  if (!ending.test(name.trim()))
    throw new Refusal([{ field: 'file', key: 'proofs.file.heic-lies' }]);
  try {
    const { bytes: drawn } = await renderPicture(bytes, longestOfPaper);
    return { name: name.trim().replace(ending, '.jpg'), bytes: drawn };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw new Refusal([{ field: 'file', key: 'proofs.file.heic' }]);
  }
}

import { fileTypeFromBuffer } from 'file-type';
import { isHeic } from '../files/heic.js';
import { type RefusalReason, RefusedFile } from '../files/limits.js';
import { type Rendered, renderPicture } from '../files/render-picture.js';
import type { SentFile } from '../files/upload.js';
import { Refusal } from '../language/refusal.js';
import type { WordKey } from '../language/say.js';
import { plainName } from '../proofs/file-name.js';
import { sha256Of } from '../proofs/file-store.js';
import { jpegFault } from '../proofs/jpeg.js';
import { pngFault } from '../proofs/png.js';
import { longest } from './limits.js';

/** A photo drawn anew in two sizes, and the hash of what was sent. */
export type CheckedPhoto = { file: Rendered; thumbnail: Rendered; sentSha256: string };

const faultsOf: Record<string, (bytes: Buffer) => string | null> = {
  'image/jpeg': jpegFault,
  'image/png': pngFault,
};
const why: Partial<Record<RefusalReason, WordKey>> = {
  pixels: 'photos.pixels',
  animated: 'photos.animated',
  time: 'photos.time',
};

/**
 * Looks at a photo by its content and draws it anew.
 * @throws Refusal, which names it, for what is no JPEG, PNG or HEIC, or is broken, moving, two files in one or too large
 */
export async function checkPhoto({ name, bytes }: SentFile): Promise<CheckedPhoto> {
  const refusal = (key: WordKey, values: Record<string, string | number> = {}) =>
    new Refusal([{ field: 'file', key, values: { name: plainName(name), ...values } }]);
  if (bytes.length === 0) throw refusal('photos.empty');
  if (!isHeic(bytes)) {
    // What follows its first bytes may have been made to be looked at for long.
    const kind = await fileTypeFromBuffer(bytes.subarray(0, 4100));
    // One that moves is called a kind of its own.
    if (kind?.mime === 'image/apng') throw refusal('photos.animated');
    const faultOf = faultsOf[kind?.mime ?? ''];
    if (!faultOf) throw refusal('photos.kind', { found: kind?.ext.toUpperCase() ?? '?' });
    const fault = faultOf(bytes);
    if (fault !== null) throw refusal(fault === 'double' ? 'photos.double' : 'photos.broken');
  }
  try {
    const file = await renderPicture(bytes, longest.file);
    const thumbnail = await renderPicture(file.bytes, longest.thumbnail);
    return { file, thumbnail, sentSha256: sha256Of(bytes) };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw refusal(why[error.reason] ?? 'photos.broken', { most: error.most });
  }
}

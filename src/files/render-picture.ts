import sharp, { type Sharp, type SharpInput } from 'sharp';
import { decodeHeic, isHeic } from './heic.js';
import { RefusedFile } from './limits.js';
import { mostPixels, type Pixels } from './pixels.js';
import { takePlace } from './places.js';

export type Rendered = { bytes: Buffer; width: number; height: number };

/** What libvips decoded is not kept, and one picture takes one processor. */
sharp.cache(false);
sharp.concurrency(1);

/** A picture takes a second or two; one made to take for ever does not. */
const mostSeconds = 30;

/**
 * Draws a picture anew as a JPEG, upright, no longer than asked, and with nothing in it but its pixels: no place, no camera,
 * no time. It is decoded in threads of the library, at most two of the process at once.
 * @param bytes a JPEG, PNG or HEIC
 * @param longest of its longer side, in pixels; one that is smaller stays as it is
 * @throws RefusedFile for one that is broken, cut, moving, too large, or takes too long; HttpProblem (503) when too many wait
 */
export async function renderPicture(bytes: Buffer, longest: number): Promise<Rendered> {
  const source = isHeic(bytes) ? await decodeHeic(bytes) : bytes;
  const leave = await takePlace();
  try {
    return await drawn(await pictureOf(source), longest);
  } catch (error) {
    throw error instanceof RefusedFile ? error : refusalOf(error as Error);
  } finally {
    leave();
  }
}

async function pictureOf(source: Buffer | Pixels): Promise<Sharp> {
  if (!Buffer.isBuffer(source)) {
    const { data, width, height } = source;
    return sharp(data as SharpInput, { raw: { width, height, channels: 4 } });
  }
  const most = Math.max(...Object.values(mostPixels));
  const picture = sharp(source, { failOn: 'error', limitInputPixels: most });
  const { format, width, height, pages = 1 } = await picture.metadata();
  const allowed = format === 'jpeg' ? mostPixels.jpeg : mostPixels.png;
  if (width * height > allowed) throw new RefusedFile('pixels', allowed / 1e6);
  if (pages > 1 || isMovingPng(source)) throw new RefusedFile('animated');
  return picture;
}

async function drawn(picture: Sharp, longest: number): Promise<Rendered> {
  const { data, info } = await picture
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** An animated PNG says so before its first picture. */
function isMovingPng(bytes: Buffer): boolean {
  const moves = bytes.indexOf('acTL');
  const picture = bytes.indexOf('IDAT');
  return bytes.toString('latin1', 1, 4) === 'PNG' && moves >= 0 && moves < picture;
}

function refusalOf({ message }: Error): RefusedFile {
  if (/pixel limit/.test(message)) return new RefusedFile('pixels', mostPixels.jpeg / 1e6);
  if (/^timeout/.test(message)) return new RefusedFile('time', mostSeconds);
  return new RefusedFile('unreadable');
}

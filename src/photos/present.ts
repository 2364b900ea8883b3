import type { Voice } from '../language/say.js';
import { longest } from './limits.js';
import type { PhotoRow } from './queries.js';

/**
 * Photos as a page shows them: small, each leading to itself, with what is to be seen on it; where nobody said, what it is of.
 * @param what what they are photos of
 * @param href where their files are
 */
export const presentPhotos = (
  photos: readonly PhotoRow[],
  { what, href }: { what: string; href: string },
  { say }: Voice,
) =>
  photos.map(({ id, caption, width, height }, at) => ({
    id,
    href: `${href}/${id}`,
    src: `${href}/${id}?size=small`,
    alt: caption || say('photos.alt', { what, n: at + 1, all: photos.length }),
    caption,
    number: at + 1,
    removal: `${href}/${id}/removal`,
    ...shrunk(width, height),
  }));

/** How large the small one is: as the library rounds. */
function shrunk(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest.thumbnail / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

import { randomUUID } from 'node:crypto';
import { type Piece, pieceOf } from './pieces.js';

/** What a page that is kept has of its own each time it is shown: the session's token, and a fresh key for each form. */
const owns = ['token', 'key'] as const;
export type Own = (typeof owns)[number];

/** Nobody can type it, so no text of a page is taken for a place. */
const mark = randomUUID();
export const placeOfOwn = (own: Own): string => `${mark}-${own}`;
const atPlaces = new RegExp(`${mark}-(${owns.join('|')})`);

/** A page at whose places stands what is its own. */
export const dividedAtOwn = (html: string): (Piece | Own)[] =>
  html.split(atPlaces).map((part, at) => (at % 2 === 1 ? (part as Own) : pieceOf(part)));

/** @param token of the session that the page is shown to */
export function filled(part: Piece | Own, token: string): Piece {
  if (part === 'token') return pieceOf(token);
  return part === 'key' ? pieceOf(randomUUID()) : part;
}

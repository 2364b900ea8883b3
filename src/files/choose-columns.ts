import { z } from 'zod';
import type { Fault } from '../language/refusal.js';
import { BadRequest } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { columnLetters } from './cell-place.js';
import { placesOfHead } from './heads.js';
import type { ChosenRow, FileTable, Heading } from './table.js';

/** A column that a page reads, by its key; `likely` finds it in a table of somebody's own. */
export type Target<Key extends string = string> = Heading & {
  key: Key;
  label: string;
  likely?: RegExp;
};
/** Which column of the table is which, counted from 0; -1 for one that it does not have. */
export type Places<Key extends string = string> = Record<Key, number>;

/** A file that goes along in the form of a page, so that nobody has to look for it again. */
export const carriedText = (bytes: Buffer): string => bytes.toString('base64url');

const Carried = z.object({
  file: z.string().regex(/^[\w-]+$/),
  sheet: z.string().max(200),
  headRow: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
});

/** The file that a form carries, and the row of headings that somebody chose. @throws BadRequest */
export function carriedFile(body: Sent): { bytes: Buffer; chosen: ChosenRow } {
  const read = Carried.safeParse(body);
  if (!read.success) throw new BadRequest();
  const { file, sheet, headRow } = read.data;
  return { bytes: Buffer.from(file, 'base64url'), chosen: { sheet, row: headRow || null } };
}

export const columnField = (key: string): string => `column-${key}`;

/** The columns by their headings. @returns a fault for a heading that stands there twice */
export function placesByHeads<Key extends string>(
  heads: (string | null)[],
  targets: Target<Key>[],
): Places<Key> | Fault {
  const found = targets.map(({ key, names }) => ({ key, places: placesOfHead(heads, names) }));
  const twice = found.find(({ places }) => places.length > 1);
  if (twice)
    return { field: 'file', key: 'files.head-twice', values: twiceValues(heads, twice.places) };
  return placesOf(found.map(({ key, places }) => [key, places[0] ?? -1]));
}

const twiceValues = (heads: (string | null)[], places: number[]) => ({
  head: heads[places[0] ?? 0] ?? '',
  columns: places.map((place) => columnLetters(place + 1)).join('、'),
});

const placesOf = <Key extends string>(pairs: [Key, number][]): Places<Key> =>
  Object.fromEntries(pairs) as Places<Key>;

export const isFault = (read: object): read is Fault => 'field' in read && 'key' in read;

/** What a page proposes for a table whose headings are others: the same, or what looks like it; no column twice. */
export function likelyPlaces<Key extends string>(
  { heads }: FileTable,
  targets: Target<Key>[],
): Places<Key> {
  const taken = new Set<number>();
  const found = new Map<Key, number>();
  const claim = (key: Key, places: number[]) => {
    const place = places.find((own) => !taken.has(own));
    if (place === undefined || found.has(key)) return;
    taken.add(place);
    found.set(key, place);
  };
  for (const { key, names } of targets) claim(key, placesOfHead(heads, names));
  for (const { key, likely } of targets)
    claim(
      key,
      heads.flatMap((head, place) => (head && likely?.test(head) ? [place] : [])),
    );
  return placesOf(targets.map(({ key }) => [key, found.get(key) ?? -1]));
}

/** The columns as somebody chose them, and what is wrong with the choice. @throws BadRequest */
export function chosenPlaces<Key extends string>(
  body: Sent,
  table: FileTable,
  targets: Target<Key>[],
): { places: Places<Key>; faults: Fault[] } {
  const width = widthOf(table);
  const seen = new Set<number>();
  const faults: Fault[] = [];
  const pairs = targets.map(({ key, isNeeded }): [Key, number] => {
    const typed = body[columnField(key)] ?? '';
    if (typeof typed !== 'string' || !/^\d{0,5}$/.test(typed)) throw new BadRequest();
    const place = typed === '' ? -1 : Number(typed);
    const fault = (word: Fault['key']) => faults.push({ field: columnField(key), key: word });
    if (place >= width) throw new BadRequest();
    if (place === -1 && isNeeded) fault('files.columns.needed');
    if (place !== -1 && seen.has(place)) fault('files.columns.twice');
    seen.add(place);
    return [key, place];
  });
  return { places: placesOf(pairs), faults };
}

/** How many columns a table has, headed or not. */
export const widthOf = ({ heads, rows }: FileTable): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), heads.length);

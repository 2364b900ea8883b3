import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import {
  foundAmongFew,
  foundEntries,
  type Records,
  type Search,
} from '../database/search-entries.js';
import { join, type Sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { closedPlace, type Findable, type FindScope, openPlace } from './findable.js';
import { isNear, searchNear, soundsOf } from './one-slip.js';
import { rankOf, searchesFor, wordsOf } from './query.js';

/** What was found of a kind, best first, and whether there is more than was asked for. */
export type FoundOfKind = { findable: Findable; ids: number[]; isMore: boolean };
/** How it was found: as it was typed, by its sound, or with one slip forgiven. */
export type Found = { kinds: FoundOfKind[]; by: 'words' | 'sound' | 'slip' };

type Row = { place: number; id: number; text: string };

/** So many are looked at for one slip, the newest of each kind: it is forgiven, not promised. */
const NEAR = 100;

/** What a viewer finds; nothing for an empty query. @param most so many of each kind */
export async function lookUp(
  reads: Reads,
  viewer: Viewer,
  { q, findables, most }: { q: string; findables: readonly Findable[]; most: number },
): Promise<Found> {
  const words = wordsOf(q);
  const nothing: Found = { kinds: [], by: 'words' };
  if (words.length === 0) return nothing;
  const look = async (of: string[], searches: Search[], limit: number) => {
    const rows = await rowsFound(reads, viewer, { findables, searches, limit });
    return { rows, words: of };
  };
  const exact = await look(words, searchesFor(words), 3 * (most + 1));
  if (exact.rows.length > 0) return { kinds: ranked(exact, findables, most), by: 'words' };
  const sounds = soundsOf(words);
  if (sounds !== null) {
    const alike = await look(sounds, searchesFor(sounds), 3 * (most + 1));
    if (alike.rows.length > 0) return { kinds: ranked(alike, findables, most), by: 'sound' };
  }
  const near = searchNear(words);
  if (near === null) return nothing;
  const candidates = await look(words, [near], NEAR);
  const rows = candidates.rows.filter(({ text }) => isNear(text, words));
  return { kinds: ranked({ rows, words }, findables, most), by: 'slip' };
}

type Looking = { findables: readonly Findable[]; searches: Search[]; limit: number };

/** All that is found, of every kind that the viewer finds, in one question. */
async function rowsFound(
  reads: Reads,
  viewer: Viewer,
  { findables, searches, limit }: Looking,
): Promise<Row[]> {
  const questions = findables.flatMap((findable) =>
    placesOf(findable, viewer).flatMap(({ place, scope }) =>
      searches.map((search) => questionFor(findable, { place, scope, search, limit })),
    ),
  );
  return questions.length === 0 ? [] : rowsOf<Row>(reads, join(questions, ' UNION ALL '));
}

/** Where a viewer may look for a kind: what is private has a scope of its own. */
function placesOf(findable: Findable, viewer: Viewer): { place: number; scope: FindScope }[] {
  const open = findable.scope(viewer);
  const closed = findable.closedScope?.(viewer) ?? null;
  return [
    ...(open ? [{ place: openPlace(findable.kind), scope: open }] : []),
    ...(closed ? [{ place: closedPlace(findable.kind), scope: closed }] : []),
  ];
}

function questionFor(
  { from, id }: Findable,
  of: { place: number; scope: FindScope; search: Search; limit: number },
): Sql {
  const records: Records = { from, id, scope: of.scope.sql };
  const question = of.scope.few ? foundAmongFew : foundEntries;
  return question(of.place, of.search, records, of.limit);
}

function ranked(
  { rows, words }: { rows: Row[]; words: string[] },
  findables: readonly Findable[],
  most: number,
): FoundOfKind[] {
  return findables.flatMap((findable) => {
    const places = [openPlace(findable.kind), closedPlace(findable.kind)];
    const best = new Map<number, number>();
    for (const { place, id, text } of rows) {
      if (!places.includes(place)) continue;
      best.set(id, Math.min(best.get(id) ?? Number.POSITIVE_INFINITY, rankOf(text, words)));
    }
    const ids = [...best].sort(([a, left], [b, right]) => left - right || b - a).map(([id]) => id);
    return ids.length === 0
      ? []
      : [{ findable, ids: ids.slice(0, most), isMore: ids.length > most }];
  });
}

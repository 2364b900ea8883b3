import { isFoundIn } from '../database/search-entries.js';
import { type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { closedPlace, type Findable, openPlace } from './findable.js';
import { searchesFor, wordsOf } from './query.js';

/**
 * That a row of a list is found by a query, for lists that have a search of their own; by what is private of it only for
 * those who may read that. Its own scope is not asked again. Null where the query says nothing.
 */
export function foundBy(findable: Findable, viewer: Viewer, q: string): Sql | null {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  // A single character is found where a name begins with it.
  const searches = searchesFor(words);
  const search = words.some((word) => [...word].length > 1) ? searches.at(-1) : searches[0];
  if (!search) return null;
  const { kind, id } = findable;
  const closed = findable.closedScope?.(viewer) ?? null;
  const open = isFoundIn(openPlace(kind), search, id);
  if (closed === null) return open;
  return sql`(${open} OR (${isFoundIn(closedPlace(kind), search, id)} AND ${closed.sql}))`;
}

import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { sightOf } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

/** The findings, as `f`, of parks that the viewer reads. */
export function readsParks(viewer: Viewer): Sql {
  const sight = sightOf(viewer);
  if (sight === 'all') return sql`TRUE`;
  if (sight === 'nothing' || 'personId' in sight) return sql`FALSE`;
  return sql`f."parkId" IN ${listed(sight.parkIds)}`;
}

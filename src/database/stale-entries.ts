import type { Reads, Tx } from './database.js';
import { changeRows, rowsOf } from './direct-sql.js';
import { sql } from './sql.js';

/** Records of a kind whose entries in the index have to be written again. */
export type Stale = { upTo: number; idsOf: Map<string, number[]> };

/** The records that were changed longest ago and whose entries were not written since; null where there is none. */
export async function staleEntries(reads: Reads, most: number): Promise<Stale | null> {
  const rows = await rowsOf<{ id: number; kind: string; subjectId: number }>(
    reads,
    sql`SELECT "id", "kind", "subjectId" FROM "SearchStale" ORDER BY "id" LIMIT ${most}`,
  );
  const last = rows.at(-1);
  if (!last) return null;
  const sets = new Map<string, Set<number>>();
  for (const { kind, subjectId } of rows)
    sets.set(kind, (sets.get(kind) ?? new Set()).add(subjectId));
  return { upTo: last.id, idsOf: new Map([...sets].map(([kind, ids]) => [kind, [...ids]])) };
}

/** Forgets those that were written again. */
export async function forgetStale(tx: Tx, { upTo }: Stale): Promise<void> {
  await changeRows(tx, sql`DELETE FROM "SearchStale" WHERE "id" <= ${upTo}`);
}

import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Entry, placesInUse, entriesOf as storedEntries } from '../database/search-entries.js';
import { sql } from '../database/sql.js';
import { staleEntries } from '../database/stale-entries.js';
import { entriesOf, withFollowers } from './catch-up.js';
import { closedPlace, type Findable, findKinds, openPlace } from './findable.js';

const RECORDS_A_READ = 1000;
const ALL = 1_000_000_000;

/**
 * Holds what can be found against the records that it was written from, but for those that are known to have changed
 * since. @returns what differs, in words
 */
export async function findFaults(reads: Reads, findables: readonly Findable[]): Promise<string[]> {
  const faults: string[] = [];
  const changed = (await staleEntries(reads, ALL))?.idsOf ?? new Map<string, number[]>();
  const waiting = await withFollowers(reads, findables, changed);
  for (const findable of findables)
    faults.push(...(await faultsOfKind(reads, findable, waiting.get(findable.kind) ?? new Set())));
  const known = Object.values(findKinds).flatMap((kind) => [kind * 2, kind * 2 + 1]);
  const strange = (await placesInUse(reads)).filter((place) => !known.includes(place));
  return [...faults, ...strange.map((place) => `what can be found: there is no place ${place}`)];
}

async function faultsOfKind(
  reads: Reads,
  findable: Findable,
  waiting: ReadonlySet<number>,
): Promise<string[]> {
  const { kind, from, id } = findable;
  const places = [openPlace(kind), closedPlace(kind)];
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const rows = await rowsOf<{ id: number }>(
      reads,
      sql`SELECT ${id} AS "id" FROM ${from} WHERE ${id} > ${last} ORDER BY ${id} LIMIT ${RECORDS_A_READ}`,
    );
    const ids = rows.map((row) => row.id);
    const isLast = ids.length < RECORDS_A_READ;
    const to = isLast ? null : (ids.at(-1) as number);
    const fields = await findable.fields(reads, ids);
    const expected = fields.flatMap((of) => entriesOf(findable, of));
    const stored = await storedEntries(reads, { places, after: last, to });
    for (const subject of differing(expected, stored))
      if (!waiting.has(subject))
        faults.push(`${kind} ${subject}: is not found by what it is called`);
    if (to === null) return faults;
    last = to;
  }
}

/** The records whose entries are not those that they should be. */
function differing(expected: Entry[], stored: Entry[]): number[] {
  const keyOf = ({ place, id, text }: Entry) => `${place} ${id} ${text}`;
  const [left, right] = [new Set(expected.map(keyOf)), new Set(stored.map(keyOf))];
  const ids = [
    ...expected.filter((entry) => !right.has(keyOf(entry))),
    ...stored.filter((entry) => !left.has(keyOf(entry))),
  ].map(({ id }) => id);
  return [...new Set(ids)];
}

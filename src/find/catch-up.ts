import { type Db, type Reads, type Tx, transact } from '../database/database.js';
import { type Entry, replaceEntries } from '../database/search-entries.js';
import { textOfFields } from '../database/search-pieces.js';
import { forgetStale, staleEntries } from '../database/stale-entries.js';
import { closedPlace, type Findable, type FindFields, openPlace } from './findable.js';

/** Others wait for their turn at writing as long as so many take, and the site answers nothing while their pinyin is made. */
const RECORDS_AT_ONCE = 100;

/**
 * Writes the entries of all records that were changed since theirs were written. A search does this first, so it finds
 * what the act before it changed; the service does it meanwhile, so that a search seldom has to.
 * @returns how many changes it caught up with
 */
export async function catchUp(db: Db, findables: readonly Findable[]): Promise<number> {
  for (let changes = 0; ; ) {
    // Most searches have nothing to catch up with, and then take no turn at writing.
    if ((await staleEntries(db, 1)) === null) return changes;
    changes += await transact(db, (tx) => catchUpOnce(tx, findables));
  }
}

async function catchUpOnce(tx: Tx, findables: readonly Findable[]): Promise<number> {
  const stale = await staleEntries(tx, RECORDS_AT_ONCE);
  if (stale === null) return 0;
  const idsOf = await withFollowers(tx, findables, stale.idsOf);
  for (const findable of findables) {
    const ids = [...(idsOf.get(findable.kind) ?? [])];
    for (let at = 0; at < ids.length; at += RECORDS_AT_ONCE)
      await restate(tx, findable, ids.slice(at, at + RECORDS_AT_ONCE));
  }
  await forgetStale(tx, stale);
  return [...stale.idsOf.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Records that were changed, and those that are found by what they are called. */
export async function withFollowers(
  reads: Reads,
  findables: readonly Findable[],
  changed: ReadonlyMap<string, number[]>,
): Promise<Map<string, Set<number>>> {
  const idsOf = new Map([...changed].map(([kind, ids]) => [kind, new Set(ids)]));
  for (const findable of findables) {
    const ids = changed.get(findable.kind);
    const followers = ids && (await findable.followers?.(reads, ids));
    for (const [kind, more] of Object.entries(followers ?? {}))
      idsOf.set(kind, new Set([...(idsOf.get(kind) ?? []), ...more]));
  }
  return idsOf;
}

async function restate(tx: Tx, findable: Findable, ids: number[]): Promise<void> {
  const { kind } = findable;
  await replaceEntries(tx, {
    places: [openPlace(kind), closedPlace(kind)],
    ids,
    entries: (await findable.fields(tx, ids)).flatMap((fields) => entriesOf(findable, fields)),
  });
}

/** The entries that a record has; what it is not found by has none. */
export const entriesOf = (
  { kind }: Pick<Findable, 'kind'>,
  { id, open, closed }: FindFields,
): Entry[] =>
  [
    { place: openPlace(kind), id, fields: open },
    { place: closedPlace(kind), id, fields: closed },
  ].flatMap(({ place, id: of, fields }) =>
    fields.some((field) => field !== '') ? [{ place, id: of, text: textOfFields(fields) }] : [],
  );

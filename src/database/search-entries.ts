import type { Reads, Tx } from './database.js';
import { changeRows, rowsOf } from './direct-sql.js';
import { Prisma } from './generated/client.js';
import { listed } from './listed.js';
import { piecesOfText, piecesOfWord } from './search-pieces.js';
import { type Sql, sql } from './sql.js';

/**
 * The index in which records of every kind are found by pieces of their texts. It is one interface: here FTS5 answers,
 * with pieces of two and three characters; PostgreSQL would answer the same with the trigrams of pg_trgm.
 * An entry is a text at a place: each kind of record has its places, and the numbers of a place are the ids of its records.
 */
export type Entry = { place: number; id: number; text: string };

/** Ids are below this; the number of an entry is that of its place times this, and the id. */
const PLACE = 10_000_000_000;
const numberOf = (place: number, id: number): number => place * PLACE + id;
/** Bound, a number this large would be a float, which the index does not take. */
const beginOf = (place: number): Sql => Prisma.raw(String(numberOf(place, 0)));

/** Writes entries in the place of those of the same records. A record that is in none of them has none afterwards. */
export async function replaceEntries(
  tx: Tx,
  { places, ids, entries }: { places: number[]; ids: number[]; entries: Entry[] },
): Promise<void> {
  const numbers = places.flatMap((place) => ids.map((id) => numberOf(place, id)));
  await changeRows(tx, sql`DELETE FROM "SearchPiece" WHERE rowid IN ${listed(numbers)}`);
  await changeRows(tx, sql`DELETE FROM "SearchEntry" WHERE "id" IN ${listed(numbers)}`);
  if (entries.length === 0) return;
  const texts = entries.map(({ place, id, text }) => [numberOf(place, id), text]);
  const pieces = entries.map(({ place, id, text }) => [
    numberOf(place, id),
    piecesAt(place, text).join(' '),
  ]);
  await changeRows(
    tx,
    sql`INSERT INTO "SearchEntry" ("id", "text")
      SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(texts)})`,
  );
  await changeRows(
    tx,
    sql`INSERT INTO "SearchPiece" (rowid, "pieces")
      SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pieces)})`,
  );
}

/** A place has pieces of its own, so that what is found in one costs nothing in another. */
export const piecesAt = (place: number, text: string): string[] =>
  piecesOfText(text).map((piece) => `${markOf(place)}${piece}`);
const markOf = (place: number): string => String.fromCharCode(0xf000 + place);

/** Where an entry is, by its number. */
export const placeOf = (number: number): number => Math.floor(number / PLACE);

/** Which entries: any of the alternatives, each of words that all occur; and words that the text has in any case. */
export type Search = { anyOf: string[][]; words: string[] };

/** What no text has. */
const NOTHING = '"\u{10ffff}"';

/** What the index is asked for a search; words of one character it does not know. */
function matchOf(place: number, { anyOf }: Search): string {
  const alternatives = anyOf
    .map((words) => words.flatMap(piecesOfWord))
    .filter((pieces) => pieces.length > 0);
  if (alternatives.length === 0) return NOTHING;
  return alternatives
    .map((pieces) => `(${[...new Set(pieces)].map(quoted).join(' AND ')})`)
    .join(' OR ');

  function quoted(piece: string): string {
    return `"${markOf(place)}${piece.replaceAll('"', '""')}"`;
  }
}

const hasWords = (words: string[]): Sql =>
  sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) WHERE INSTR(e."text", value) = 0)`;

/** Records that are found in a place: their table, the column of their ids, and which of them the viewer sees. */
export type Records = { from: Sql; id: Sql; scope: Sql };

/**
 * A question for the records that a search finds in a place, newest first, as rows of place, id and text. It costs by
 * what is found; its text is the same whatever is looked for.
 * @param limit so many at most
 */
export function foundEntries(place: number, search: Search, records: Records, limit: number): Sql {
  const { from, id, scope } = records;
  return sql`SELECT * FROM (SELECT ${place} AS "place", ${id} AS "id", e."text"
    FROM "SearchPiece" f CROSS JOIN "SearchEntry" e ON e."id" = f.rowid
      CROSS JOIN ${from}
    WHERE ${id} = f.rowid - ${beginOf(place)} AND f."SearchPiece" MATCH ${matchOf(place, search)}
      AND ${hasWords(search.words)} AND ${scope}
    ORDER BY f.rowid DESC LIMIT ${limit})`;
}

/** The same where the viewer sees a few records only: each of those is looked at. */
export function foundAmongFew(place: number, search: Search, records: Records, limit: number): Sql {
  const { from, id, scope } = records;
  const alternatives = JSON.stringify(search.anyOf);
  return sql`SELECT * FROM (SELECT ${place} AS "place", ${id} AS "id", e."text"
    FROM ${from} CROSS JOIN "SearchEntry" e
    WHERE ${scope} AND e."id" = ${id} + ${beginOf(place)} AND ${hasWords(search.words)} AND EXISTS (SELECT 1 FROM json_each(${alternatives}) a
      WHERE NOT EXISTS (SELECT 1 FROM json_each(a.value) w WHERE INSTR(e."text", w.value) = 0))
    ORDER BY ${id} DESC LIMIT ${limit})`;
}

/** Records (by the column of their ids) that a search finds in a place, as a condition of a question for them. */
export const isFoundIn = (place: number, search: Search, id: Sql): Sql =>
  sql`${id} IN (SELECT f.rowid - ${beginOf(place)}
    FROM "SearchPiece" f CROSS JOIN "SearchEntry" e ON e."id" = f.rowid
    WHERE f."SearchPiece" MATCH ${matchOf(place, search)}
      AND ${hasWords(search.words)})`;

/** The entries of places, of records after an id and up to another: all that follow where there is none. */
export async function entriesOf(
  reads: Reads,
  { places, after, to }: { places: number[]; after: number; to: number | null },
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const place of places) {
    const rows = await rowsOf<{ id: number; text: string }>(
      reads,
      sql`SELECT "id" - ${beginOf(place)} AS "id", "text" FROM "SearchEntry"
        WHERE "id" > ${beginOf(place)} + ${after} AND "id" < ${beginOf(place + 1)}
          AND "id" <= ${beginOf(place)} + ${to ?? PLACE - 1} ORDER BY "id"`,
    );
    entries.push(...rows.map(({ id, text }) => ({ place, id, text })));
  }
  return entries;
}

/** Where there are entries at all. */
export async function placesInUse(reads: Reads): Promise<number[]> {
  const rows = await rowsOf<{ place: number }>(
    reads,
    sql`SELECT DISTINCT "id" / ${beginOf(1)} AS "place" FROM "SearchEntry"`,
  );
  return rows.map(({ place }) => place);
}

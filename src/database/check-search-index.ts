import type { Reads } from './database.js';
import { rowsOf } from './direct-sql.js';
import { piecesAt, placeOf } from './search-entries.js';
import { type Sql, sql } from './sql.js';
import { piecesOf } from './text-search.js';

const PIECES_A_READ = 500;
const TEXTS_A_READ = 5000;

/** What stands for a set of pieces, in whatever order they come: how many, and the sum of their hashes. */
type Sum = { count: number; hash: number };

/** An index of pieces: the terms of it, where each occurs, and what it was made from. */
type Index = {
  terms: Sql;
  places: Sql;
  texts: Sql;
  id: Sql;
  text: Sql;
  piecesOf: (text: string, id: number) => string[];
  faultOf: (id: number, what: 'differs' | 'alone') => string;
};

const ofVentures: Index = {
  terms: sql`(SELECT "term" FROM "VentureSearchPieces")`,
  places: sql`"VentureSearchPlaces"`,
  texts: sql`"Venture"`,
  id: sql`"id"`,
  text: sql`"searchText"`,
  piecesOf,
  faultOf: (id, what) =>
    what === 'alone'
      ? `venture ${id}: is in the index of words alone`
      : `venture ${id}: the index of words is not of its search text`,
};

const ofEntries: Index = {
  terms: sql`(SELECT DISTINCT "term" FROM "SearchPiecePlaces" ORDER BY "term")`,
  places: sql`"SearchPiecePlaces"`,
  texts: sql`"SearchEntry"`,
  id: sql`"id"`,
  text: sql`"text"`,
  piecesOf: (text, id) => piecesAt(placeOf(id), text),
  faultOf: (id, what) =>
    what === 'alone'
      ? `what can be found: ${id} is in the index alone`
      : `what can be found: the index is not of the text of ${id}`,
};

/**
 * Holds the indexes that words are looked up in against the texts that they were made from. @returns what differs, in words
 */
export const searchIndexFaults = async (reads: Reads): Promise<string[]> => [
  ...(await faultsOf(reads, ofVentures)),
  ...(await faultsOf(reads, ofEntries)),
];

async function faultsOf(reads: Reads, index: Index): Promise<string[]> {
  const indexed = await sumsOfIndex(reads, index);
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const texts = await rowsOf<{ id: number; text: string }>(
      reads,
      sql`SELECT ${index.id} AS "id", ${index.text} AS "text" FROM ${index.texts} WHERE ${index.id} > CAST(${last} AS INTEGER)
        ORDER BY ${index.id} LIMIT ${TEXTS_A_READ}`,
    );
    for (const { id, text } of texts) {
      const found = indexed.get(id);
      indexed.delete(id);
      if (!isSame(found, sumOf(index.piecesOf(text, id))))
        faults.push(index.faultOf(id, 'differs'));
    }
    if (texts.length < TEXTS_A_READ) break;
    last = texts.at(-1)?.id ?? last;
  }
  for (const id of indexed.keys()) faults.push(index.faultOf(id, 'alone'));
  return faults;
}

async function sumsOfIndex(reads: Reads, index: Index): Promise<Map<number, Sum>> {
  const sums = new Map<number, Sum>();
  const rows = await rowsOf<{ term: string }>(reads, sql`SELECT "term" FROM ${index.terms}`);
  const terms = rows.map(({ term }) => term);
  for (let at = 0; at < terms.length; at += PIECES_A_READ) {
    const [from = '', to = ''] = [terms[at], terms[Math.min(at + PIECES_A_READ, terms.length) - 1]];
    const places = await rowsOf<{ term: string; ids: string }>(
      reads,
      sql`SELECT "term", json_group_array("doc") AS "ids" FROM ${index.places}
        WHERE "term" >= ${from} AND "term" <= ${to} GROUP BY "term"`,
    );
    for (const { term, ids } of places)
      for (const id of JSON.parse(ids) as number[]) sums.set(id, add(sums.get(id), term));
  }
  return sums;
}

const sumOf = (pieces: string[]): Sum | undefined =>
  [...new Set(pieces)].reduce<Sum | undefined>(add, undefined);

const add = (sum: Sum | undefined, piece: string): Sum => ({
  count: (sum?.count ?? 0) + 1,
  hash: ((sum?.hash ?? 0) + hashOf(piece)) >>> 0,
});

const isSame = (left: Sum | undefined, right: Sum | undefined): boolean =>
  left?.count === right?.count && left?.hash === right?.hash;

/** FNV-1a over the code units. */
function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at += 1)
    hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

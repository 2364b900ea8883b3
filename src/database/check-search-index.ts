import type { Reads } from './database.js';
import { rowsOf } from './direct-sql.js';
import { sql } from './sql.js';
import { piecesOf } from './text-search.js';

const PIECES_A_READ = 500;
const TEXTS_A_READ = 5000;

/** What stands for a set of pieces, in whatever order they come: how many, and the sum of their hashes. */
type Sum = { count: number; hash: number };

/**
 * Holds the index that words are looked up in against the texts that it was made from. @returns what differs, in words
 */
export async function searchIndexFaults(reads: Reads): Promise<string[]> {
  const indexed = await sumsOfIndex(reads);
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const texts = await rowsOf<{ id: number; text: string }>(
      reads,
      sql`SELECT "id", "searchText" AS "text" FROM "Venture" WHERE "id" > ${last}
        ORDER BY "id" LIMIT ${TEXTS_A_READ}`,
    );
    for (const { id, text } of texts) {
      const found = indexed.get(id);
      indexed.delete(id);
      if (!isSame(found, sumOf(text)))
        faults.push(`venture ${id}: the index of words is not of its search text`);
    }
    if (texts.length < TEXTS_A_READ) break;
    last = texts.at(-1)?.id ?? last;
  }
  for (const id of indexed.keys()) faults.push(`venture ${id}: is in the index of words alone`);
  return faults;
}

async function sumsOfIndex(reads: Reads): Promise<Map<number, Sum>> {
  const sums = new Map<number, Sum>();
  const rows = await rowsOf<{ term: string }>(reads, sql`SELECT "term" FROM "VentureSearchPieces"`);
  const terms = rows.map(({ term }) => term);
  for (let at = 0; at < terms.length; at += PIECES_A_READ) {
    const [from = '', to = ''] = [terms[at], terms[Math.min(at + PIECES_A_READ, terms.length) - 1]];
    const places = await rowsOf<{ term: string; ids: string }>(
      reads,
      sql`SELECT "term", json_group_array("doc") AS "ids" FROM "VentureSearchPlaces"
        WHERE "term" >= ${from} AND "term" <= ${to} GROUP BY "term"`,
    );
    for (const { term, ids } of places)
      for (const id of JSON.parse(ids) as number[]) sums.set(id, add(sums.get(id), term));
  }
  return sums;
}

const sumOf = (text: string): Sum | undefined =>
  [...new Set(piecesOf(text))].reduce<Sum | undefined>(add, undefined);

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

import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { nameKey } from '../input/names.js';
import { isCurrentPerson } from '../people/merged-people.js';
import { pinyinOfName } from '../people/pinyin.js';
import { seesPerson, ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

export type TypedPerson = { name: string; phone: string | null };

/** Somebody on record whom a new person may be: of the same name under another phone, or of one that sounds alike under the same. */
export type LikePerson = {
  number: string;
  name: string;
  reason: 'name' | 'sound';
  /** The names of some ventures that tell who it is, as far as the viewer sees them. */
  ventures: string[];
};

type Row = { number: string; name: string; phone: string | null; ventures: string };
const mostShown = 10;

/**
 * The people, of those that the viewer sees, whom new ones may be. Somebody of the same name and phone is the same person, and
 * is nobody's double. At most ten.
 */
export async function findLikePeople(
  reads: Reads,
  viewer: Viewer,
  people: readonly TypedPerson[],
): Promise<LikePerson[]> {
  const named = people.filter(({ name }) => name !== '');
  if (named.length === 0) return [];
  const ventures = jsonValues(
    sql`"name"`,
    sql`(SELECT DISTINCT v."id", v."name" FROM "PersonRole" r JOIN "Venture" v ON v."id" = r."ventureId"
      WHERE r."personId" = i."id" AND ${ventureScope(viewer).sql} ORDER BY v."id" DESC LIMIT 3)`,
  );
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT i."number", i."name", i."phone", ${ventures} AS "ventures" FROM "Person" i
      WHERE i."namePinyin" IN ${listed(named.flatMap(({ name }) => [pinyinOfName(name), soundOf(name)]))}
        AND ${seesPerson(viewer)} AND ${isCurrentPerson.sql}
      ORDER BY i."id" LIMIT 200`,
  );
  const likes = named.flatMap((person) => likesOf(person, rows));
  return [...new Map(likes.map((like) => [like.number, like])).values()].slice(0, mostShown);
}

/** Spaces in a name are not heard. */
const soundOf = (name: string): string => pinyinOfName(nameKey(name));

function likesOf({ name, phone }: TypedPerson, rows: readonly Row[]): LikePerson[] {
  const [key, sound] = [nameKey(name), soundOf(name)];
  const isNamed = (row: Row) => nameKey(row.name) === key;
  if (rows.some((row) => phone !== null && row.phone === phone && isNamed(row))) return [];
  return rows.flatMap((row) => {
    const isSound = phone !== null && row.phone === phone && soundOf(row.name) === sound;
    const reason = isNamed(row) ? 'name' : isSound ? 'sound' : null;
    if (reason === null) return [];
    return { number: row.number, name: row.name, reason, ventures: JSON.parse(row.ventures) };
  });
}

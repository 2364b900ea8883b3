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
/** Somebody on record, with the ventures that tell who it is, as far as the viewer sees them. */
export type StoredPerson = TypedPerson & {
  id: number;
  number: string;
  ventures: string[];
  /** What the name is compared by, and how it sounds. */
  key: string;
  sound: string;
};

/** Somebody on record whom a new person may be: of the same name under another phone, or of one that sounds alike under the same. */
export type LikePerson = StoredPerson & { reason: 'name' | 'sound' };

type Row = TypedPerson & { id: number; number: string; ventures: string };
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
  const rows = await peopleSounding(
    reads,
    viewer,
    named.map(({ name }) => name),
  );
  const likes = named.flatMap((person) => likesAmong(person, rows));
  return [...new Map(likes.map((like) => [like.number, like])).values()].slice(0, mostShown);
}

/** Who of those that a viewer sees, or of all for null, is called as one of some names sounds. */
export async function peopleSounding(
  reads: Reads,
  viewer: Viewer | null,
  names: readonly string[],
): Promise<StoredPerson[]> {
  if (names.length === 0) return [];
  const isSeen = viewer === null ? sql`TRUE` : ventureScope(viewer).sql;
  const ventures = jsonValues(
    sql`"name"`,
    sql`(SELECT DISTINCT v."id", v."name" FROM "PersonRole" r JOIN "Venture" v ON v."id" = r."ventureId"
      WHERE r."personId" = i."id" AND ${isSeen} ORDER BY v."id" DESC LIMIT 3)`,
  );
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT i."id", i."number", i."name", i."phone", ${ventures} AS "ventures" FROM "Person" i
      WHERE i."namePinyin" IN ${listed([...new Set(names.flatMap(soundsOf))])}
        AND ${viewer === null ? sql`TRUE` : seesPerson(viewer)} AND ${isCurrentPerson.sql}
      ORDER BY i."id" LIMIT ${mostSounding * names.length}`,
  );
  return rows.map((row) =>
    Object.assign(row, {
      ventures: JSON.parse(row.ventures) as string[],
      key: nameKey(row.name),
      sound: soundOf(row.name),
    }),
  );
}
const mostSounding = 200;

/** What stands between the parts of a name, as people type it. */
const dots = ['·', '•', '・'];

/**
 * How a name may sound on record, where it stands as it was typed: 霍听潮, 霍 听潮, 霍 听 潮; 阿依古丽·买买提 with each of the
 * dots, and with none.
 */
function soundsOf(name: string): string[] {
  const signs = [...nameKey(name)];
  const parted = (at: number, mark: string) =>
    `${signs.slice(0, at).join('')}${mark}${signs.slice(at).join('')}`;
  const spaced = [1, 2].map((at) => parted(at, ' '));
  const dotted = signs.slice(3).flatMap((_, at) => dots.map((dot) => parted(at + 2, dot)));
  const other = dots.map((dot) => name.replace(/[·•・‧∙⋅]/gu, dot));
  return [...new Set([name, signs.join(''), signs.join(' '), ...spaced, ...dotted, ...other])].map(
    (each) => pinyinOfName(each),
  );
}

/** Spaces in a name are not heard. */
const soundOf = (name: string): string => pinyinOfName(nameKey(name));

/** Whom of some people on record a person may be: nobody where one of them is that very person, by name and phone. */
export function likesAmong(
  { name, phone }: TypedPerson,
  stored: readonly StoredPerson[],
): LikePerson[] {
  const [key, sound] = [nameKey(name), soundOf(name)];
  const isNamed = (row: StoredPerson) => row.key === key;
  if (stored.some((row) => phone !== null && row.phone === phone && isNamed(row))) return [];
  return stored.flatMap((row) => {
    const isSound = phone !== null && row.phone === phone && row.sound === sound;
    const reason = isNamed(row) ? 'name' : isSound ? 'sound' : null;
    return reason === null ? [] : [Object.assign({}, row, { reason } as const)];
  });
}

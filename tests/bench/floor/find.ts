import type { Connection } from './connection.js';
import { esc, shell } from './html.js';

/** A kind of record in the index: its number there, and how the lines of some are read, as title and detail. */
type Kind = { label: string; place: number; href: string; lines: string };

const ids = 'IN (SELECT value FROM json_each(?))';
const kinds: Kind[] = [
  {
    label: '创业主体',
    place: 2,
    href: '/ventures/',
    lines: `SELECT v.id, v.number AS key, v.name AS title, v.number || ' · ' || p.nameZh AS detail
      FROM Venture v JOIN Park p ON p.id = v.loggedParkId WHERE v.id ${ids}`,
  },
  {
    label: '人员',
    place: 4,
    href: '/people/',
    lines: `SELECT i.id, i.number AS key, i.name AS title, i.number || ' · ' || COALESCE((SELECT GROUP_CONCAT(v.name, '、')
      FROM PersonRole r JOIN Venture v ON v.id = r.ventureId WHERE r.personId = i.id), '') AS detail FROM Person i WHERE i.id ${ids}`,
  },
  {
    label: '免租申请',
    place: 6,
    href: '/waivers/',
    lines: `SELECT a.id, a.number AS key, v.name AS title, a.number || ' · ' || i.name || ' · ' || a.state AS detail
      FROM WaiverApplication a JOIN Venture v ON v.id = a.ventureId JOIN Person i ON i.id = a.personId WHERE a.id ${ids}`,
  },
  {
    label: '场地',
    place: 8,
    href: '/parks/',
    lines: `SELECT s.id, p.number || '/spaces/' || s.number AS key, s.number || ' ' || s.name AS title,
      s.island || ' · ' || s.village || ' · ' || p.nameZh AS detail FROM Space s JOIN Park p ON p.id = s.parkId WHERE s.id ${ids}`,
  },
  {
    label: '园区',
    place: 10,
    href: '/parks/',
    lines: `SELECT id, number AS key, number || ' ' || nameZh AS title, islandZh || ' · ' || villageZh AS detail FROM Park WHERE id ${ids}`,
  },
];
/** What else may be found; of these nothing is shown here. */
const others = [3, 5, 12, 14, 16, 18, 20];
const shown = 20;
const perPlace = 10_000_000_000;

/** The pieces of the index stand under a mark of their place; another sign stands for the beginning of a field. */
const markOf = (place: number): string => String.fromCharCode(0xf000 + place);
const begin = String.fromCharCode(0xe000 + 10);

/** What a word of three letters finds, by one statement for all places and one for the lines of each kind. */
export async function find(reader: Connection, name: string, word: string): Promise<string> {
  const places = [...kinds.map(({ place }) => place), ...others];
  const searches = places.flatMap((place) => {
    const piece = `"${markOf(place)}${word}"`;
    const start = `"${markOf(place)}${begin}${word.slice(0, 2)}"`;
    return [
      { place, match: `${start} AND ${piece}` },
      { place, match: piece },
    ];
  });
  const rows = await reader.all<{ place: number; id: number; text: string }>(
    searches.map(question).join(' UNION ALL '),
    ...searches.map(({ match }) => match),
  );
  const groups = await Promise.all(
    kinds.map(async (kind) => {
      const rank = new Map<number, number>();
      for (const { place, id, text } of rows)
        if (place === kind.place) rank.set(id, Math.min(rank.get(id) ?? 9, rankOf(text, word)));
      const best = [...rank].sort(([a, left], [b, right]) => left - right || b - a);
      return { kind, lines: await linesOf(reader, kind, best.slice(0, shown)) };
    }),
  );
  const found = groups.filter(({ lines }) => lines.length > 0);
  return shell(
    `查找“${esc(word)}”`,
    name,
    found
      .map(
        ({ kind, lines }) =>
          `<section class="found"><h2>${kind.label}</h2><ul class="plain">${lines.join('\n')}</ul></section>`,
      )
      .join('\n'),
  );
}

const question = ({ place }: { place: number }): string =>
  `SELECT * FROM (SELECT ${place} AS place, f.rowid - ${place * perPlace} AS id, e.text
    FROM SearchPiece f JOIN SearchEntry e ON e.id = f.rowid WHERE f.SearchPiece MATCH ?
    ORDER BY f.rowid DESC LIMIT ${3 * (shown + 1)})`;

function rankOf(text: string, word: string): number {
  if (text.includes(`\n${word}\n`)) return 0;
  if (text.includes(`\n${word}`)) return 1;
  return text.includes(`${word}\n`) ? 2 : 3;
}

async function linesOf(
  reader: Connection,
  { href, lines }: Kind,
  best: [id: number, rank: number][],
): Promise<string[]> {
  if (best.length === 0) return [];
  const list = best.map(([id]) => id);
  const rows = await reader.all<{ id: number; key: string; title: string; detail: string }>(
    lines,
    JSON.stringify(list),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return list.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return `<li><a href="${href}${row.key}">${esc(row.title)}</a> <span class="quiet small">${esc(row.detail)}</span></li>`;
  });
}

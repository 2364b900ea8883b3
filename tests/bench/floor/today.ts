import type { Day } from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { day, esc, number, say, shell } from './html.js';

type Line = { kind: string; href: string; title: string; text: string; due: string | null };
type Row = { key: string; title: string; text: string; due: Day | null; total: number };

const open = `EXISTS (SELECT 1 FROM Objection o WHERE o.applicationId = a.id AND o.state = 'open')`;
const atDesk = `(a.state IN ('bureau-review', 'reconsideration') OR (a.state = 'notice' AND (a.noticeTo <= ?1 OR ${open})))`;
const judging = `'approve', 'refuse', 'reopen', 'uphold', 'overturn', 'restore', 'revoke', 'back-to-county'`;
/** The viewer stepped aside, or judged the case before it came to where it is. */
const barred = `EXISTS (SELECT 1 FROM WaiverStep s WHERE s.applicationId = a.id AND s.byId = ?2 AND (s.move = 'recuse'
  OR (s.move IN (${judging}) AND s.fromState <> a.state AND (a.state <> 'notice' OR ${open}))))`;
const cases = `SELECT a.number AS key, v.name AS title, a.number || ' · ' || i.name AS text, a.dueOn AS due, COUNT(*) OVER () AS total
  FROM WaiverApplication a JOIN Venture v ON v.id = a.ventureId JOIN Person i ON i.id = a.personId
  WHERE ${atDesk} AND (a.dueOn < ?1 OR ((a.claimedById IS NULL OR a.claimedById = ?2) AND NOT ${barred}))
  ORDER BY a.dueOn NULLS LAST, a.id LIMIT 12`;
const returns = `SELECT r.month || '/' || p.number AS key, p.nameZh AS title, '' AS text, NULL AS due, COUNT(*) OVER () AS total
  FROM MonthlyReturn r JOIN Park p ON p.id = r.parkId
  WHERE r.state = 'approved' AND r.month NOT IN (SELECT month FROM ClosedMonth)
    AND COALESCE(r.submittedById, 0) <> ?2 AND COALESCE(r.approvedById, 0) <> ?2 AND ?1 <> ''
  ORDER BY r.month, p.number LIMIT 12`;
/** Leases, waivers and proofs that ran out, or end soon, and were not renewed or ended since the night. */
const endings = (
  when: string,
) => `SELECT v.number AS key, v.name AS title, p.number AS text, f.dueOn AS due, COUNT(*) OVER () AS total
  FROM PrereviewFinding f JOIN Venture v ON v.id = f.ventureId JOIN Park p ON p.id = f.parkId
  WHERE f.kind IN ('tenancy-ends', 'waiver-ends', 'proof-runs-out') AND ${when} AND ?2 <> 0
    AND EXISTS (SELECT 1 FROM Residency r WHERE r.ventureId = f.ventureId AND r.parkId = f.parkId AND r.endedOn IS NULL)
    AND (f.kind = 'proof-runs-out'
      OR (f.kind = 'waiver-ends' AND EXISTS (SELECT 1 FROM Waiver w WHERE w.ventureId = f.ventureId
        AND COALESCE(w.endedOn, w.termEndOn) = f.dueOn))
      OR (f.kind = 'tenancy-ends' AND EXISTS (SELECT 1 FROM Tenancy t WHERE t.ventureId = f.ventureId
        AND t.termEndOn = f.dueOn AND t.endedOn IS NULL AND NOT EXISTS (SELECT 1 FROM Tenancy n WHERE n.ventureId = t.ventureId
          AND n.spaceId = t.spaceId AND n.beganOn >= t.termEndOn AND n.voidedAt IS NULL))))
  ORDER BY f.dueOn, f.id LIMIT 6`;
const sections = [
  { id: 'cases', title: '免租审批', href: '/waivers/', sql: cases },
  { id: 'returns', title: '园区月报', href: '/returns/', sql: returns },
  { id: 'ran-out', title: '已到期', href: '/ventures/', sql: endings('f.dueOn <= ?1') },
  { id: 'endings', title: '即将到期', href: '/ventures/', sql: endings('f.dueOn > ?1') },
];

/**
 * The page of the day of the bureau, of those of its sections that are the longest: cases, returns, and what ends. The
 * product has sixteen more, most of which say nothing; this floor is the lower for them.
 */
export async function dayPage(
  reader: Connection,
  { name, id }: { name: string; id: number },
  asOf: Day,
): Promise<string> {
  const found = await Promise.all(
    sections.map(async (section) => ({
      section,
      rows: await reader.all<Row>(section.sql, asOf, id),
    })),
  );
  const lineOf = (section: (typeof sections)[number], row: Row): Line => ({
    kind: section.id,
    href: section.href + row.key,
    title: row.title,
    text: row.text,
    due: row.due,
  });
  const isOverdue = (section: (typeof sections)[number], row: Row) =>
    section.id === 'cases' && row.due !== null && row.due < asOf;
  const overdue = found.flatMap(({ section, rows }) =>
    rows.filter((row) => isOverdue(section, row)).map((row) => lineOf(section, row)),
  );
  const others = found.map(({ section, rows }) => {
    const own = rows.filter((row) => !isOverdue(section, row)).slice(0, 6);
    const lines = own.map((row) => lineOf(section, row));
    return group(section.id, section.title, lines, rows[0]?.total ?? 0);
  });
  return shell(
    say('today.title'),
    name,
    [group('overdue', say('today.overdue'), overdue, overdue.length), ...others].join('\n'),
  );
}

function group(id: string, title: string, lines: Line[], total: number): string {
  if (lines.length === 0) return '';
  const places = lines.map(({ href }) => href);
  // Of lines that lead to one page the first is a place of its own.
  const items = lines.map(
    (
      line,
      i,
    ) => `<li class="day-line"><a ${places.indexOf(line.href) === i ? `id="${id}-${line.kind}" ` : ''}href="${esc(line.href)}">${esc(line.title)}</a>
      <p class="quiet small">${esc(line.text)}</p>${line.due === null ? '' : `<p>${day(line.due)}</p>`}
      <p><a class="button button-secondary button-small" href="${esc(line.href)}">${esc(line.title)}</a></p></li>`,
  );
  return `<section class="day-section"><h2>${esc(title)} <span class="day-total">${number(total)}</span></h2>
  <ul class="day-lines">${items.join('\n')}</ul></section>`;
}

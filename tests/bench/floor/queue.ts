import type { Day } from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { day, esc, number, say, shell, table } from './html.js';

type Line = {
  number: string;
  state: 'submitted';
  dueOn: string | null;
  submittedAt: string;
  venture: string;
  person: string;
  park: string;
  policy: string;
};

const size = 50;
const bureau = `state IN ('bureau-review', 'reconsideration')`;
const open = `EXISTS (SELECT 1 FROM Objection o WHERE o.applicationId = a.id AND o.state = 'open')`;
const atDesk = `(${bureau} OR (state = 'notice' AND (noticeTo <= ?1 OR ${open})))`;
/** How many each tab holds. */
const counts = [
  `${atDesk} AND claimedById IS NULL`,
  atDesk,
  `${atDesk} AND dueOn < ?1`,
  `state = 'notice' AND noticeTo <= ?1 AND NOT ${open}`,
  `state IN ('draft', 'correction') AND ?1 <> ''`,
  `submittedAt IS NOT NULL AND ?1 <> ''`,
];

/** A page of all cases by the day that is due: the counts of the tabs, and the lines. */
export async function queue(
  reader: Connection,
  name: string,
  asOf: Day,
  page: number,
): Promise<string> {
  const totals = await Promise.all(
    counts.map((where) =>
      reader.one<{ total: number }>(
        `SELECT COUNT(*) AS total FROM WaiverApplication a WHERE ${where}`,
        asOf,
      ),
    ),
  );
  const lines = await reader.all<Line>(
    `SELECT a.number, a.state, a.dueOn, a.submittedAt, v.name AS venture, p.name AS person,
       k.nameZh AS park, json_extract(pv.rules, '$.name.zh') AS policy
     FROM WaiverApplication a JOIN Venture v ON v.id = a.ventureId JOIN Person p ON p.id = a.personId
     JOIN Park k ON k.id = a.parkId JOIN PolicyVersion pv ON pv.id = a.policyVersionId
     WHERE a.submittedAt IS NOT NULL
     ORDER BY a.dueOn IS NULL, a.dueOn, a.id LIMIT ${size} OFFSET ${size * (page - 1)}`,
  );
  const rows = lines.map((line) => [
    `<a href="/waivers/${esc(line.number)}">${esc(line.number)}</a>`,
    `${esc(line.venture)}<br>${esc(line.person)} · ${esc(line.park)}`,
    esc(line.policy),
    say(`waivers.state.${line.state}`),
    line.dueOn ? day(line.dueOn) : '',
  ]);
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n');
  const heads = ['number', 'state', 'due'].map((key) => say(`waivers.queue.${key as 'due'}`));
  const told = totals.map((one) => number(one?.total ?? 0)).join(' ');
  return shell(say('waivers.queue.title'), name, `<p>${told}</p>${table(heads, body)}`);
}

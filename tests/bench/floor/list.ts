import type { Day } from '../../../src/calendar/days.js';
import type { Connection, Value } from './connection.js';
import { day, esc, number, say, shell, table } from './html.js';

export type ListQuery = { status: string; words: string; sort: string; page: number };

type Line = {
  id: number;
  number: string;
  name: string;
  industry: string;
  park: string;
  beganOn: string | null;
  endedOn: string | null;
  jobs: number | null;
  returns: number;
};

const size = 50;
const jobs = `(SELECT SUM(amount) FROM LedgerEntry
  WHERE ventureId = v.id AND measure = 'jobs' AND effectiveOn <= ?1)`;
const from = `FROM Venture v LEFT JOIN Residency r ON r.ventureId = v.id AND r.beganOn = (
  SELECT MAX(beganOn) FROM Residency WHERE ventureId = v.id AND beganOn <= ?1)`;
const settled = 'r.id IS NOT NULL AND (r.endedOn IS NULL OR r.endedOn > ?1)';
const orders: Record<string, string> = {
  number: 'v.id DESC',
  headcount: `${jobs} DESC NULLS LAST, v.id DESC`,
};

/** A page of ventures by three statements: how many, the lines, their founders. */
export async function list(
  reader: Connection,
  name: string,
  asOf: Day,
  query: ListQuery,
): Promise<string> {
  const conditions = [
    ...(query.status === 'settled' ? [settled] : []),
    ...(query.words === '' ? [] : ['INSTR(v.searchText, ?2) > 0']),
    'NOT EXISTS (SELECT 1 FROM VentureVoid x WHERE x.ventureId = v.id)',
  ];
  const values: Value[] = query.words === '' ? [asOf] : [asOf, query.words];
  const where = `WHERE ${conditions.join(' AND ')}`;
  const [counted, lines, parks] = await Promise.all([
    reader.one<{ total: number }>(
      `SELECT COUNT(*) AS total ${query.status === '' ? 'FROM Venture v' : from} ${where} AND ?1 <> ''`,
      ...values,
    ),
    reader.all<Line>(
      `SELECT v.id, v.number, v.name, v.industry, p.nameZh AS park, r.beganOn, r.endedOn, ${jobs} AS jobs,
         EXISTS (SELECT 1 FROM LedgerEntry WHERE ventureId = v.id AND measure = 'returns' AND effectiveOn <= ?1) AS returns
       ${from} JOIN Park p ON p.id = COALESCE(r.parkId, v.loggedParkId) ${where}
       ORDER BY ${orders[query.sort]} LIMIT ${size} OFFSET ${size * (query.page - 1)}`,
      ...values,
    ),
    reader.all<{ number: string; nameZh: string }>(
      'SELECT number, nameZh FROM Park ORDER BY number',
    ),
  ]);
  const founders = await reader.all<{ id: number; names: string }>(
    `SELECT pr.ventureId AS id, GROUP_CONCAT(p.name, '、') AS names FROM PersonRole pr
     JOIN Person p ON p.id = pr.personId
     WHERE pr.ventureId IN (SELECT value FROM json_each(?)) AND pr.role = 'founder' GROUP BY pr.ventureId`,
    JSON.stringify(lines.map((line) => line.id)),
  );
  const namesOf = new Map(founders.map((row) => [row.id, row.names]));
  const rows = lines.map((line) => row(line, namesOf.get(line.id) ?? '', asOf));
  const options = parks.map(
    (park) => `<option value="${park.number}">${park.number} ${esc(park.nameZh)}</option>`,
  );
  return shell(
    '创业主体',
    name,
    `<form method="get" action="/ventures"><select name="park">${options.join('\n')}</select></form>
    <p>共 ${number(counted?.total ?? 0)} 家</p>
    ${table(['名称', '编号', '园区', '状态', '行业', '创业者', '入驻日期', '带动就业'], rows.join('\n'))}`,
  );
}

function row(line: Line, founders: string, asOf: Day): string {
  const isIn = line.beganOn !== null && (line.endedOn === null || line.endedOn > asOf);
  const status = line.beganOn === null ? 'unsettled' : isIn ? 'settled' : 'ended';
  return `<tr>
        <th scope="row"><a href="/ventures/${line.number}">${esc(line.name)}</a></th>
        <td class="nowrap" data-label="编号">${line.number}</td>
        <td data-label="园区">${esc(line.park)}</td>
        <td class="nowrap" data-label="状态"><span class="tag tag-sea">${say(`ventures.status.${status}`)}</span></td>
        <td data-label="行业">${esc(say(`ventures.industry.${line.industry}` as 'ventures.industry.A'))}</td>
        <td data-label="创业者">${esc(founders)}</td>
        <td class="nowrap" data-label="入驻日期">${line.beganOn ? day(line.beganOn) : ''}</td>
        <td class="numeric" data-label="带动就业">${isIn && line.returns ? number(line.jobs ?? 0) : '—'}</td>
      </tr>`;
}

import { type Day, endOfMonth, lastWholeMonth, monthsBetween } from '../../../src/calendar/days.js';
import type { Connection, Row } from './connection.js';
import { day, esc, month, number, say, shell, table } from './html.js';

type Change = { month: string; measure: string; amount: number };

/** A venture's page by six statements. */
export async function venture(
  reader: Connection,
  name: string,
  asOf: Day,
  of: string,
): Promise<string | null> {
  const found = await reader.one('SELECT * FROM Venture WHERE number = ?', of);
  if (!found) return null;
  const id = found.id as number;
  const last = lastWholeMonth(asOf);
  const [stays, people, tenancies, changes, events] = await Promise.all([
    reader.all(
      `SELECT r.*, p.number, p.nameZh AS park, g.nameZh AS region FROM Residency r
       JOIN Park p ON p.id = r.parkId JOIN Region g ON g.code = p.regionCode WHERE r.ventureId = ? ORDER BY r.beganOn DESC`,
      id,
    ),
    reader.all(
      `SELECT p.name, p.phone, pr.id, pr.role, pr.beganOn, pr.endedOn, (SELECT GROUP_CONCAT(category) FROM PersonCategory c
         WHERE c.personId = p.id AND c.beganOn <= ?2 AND (c.endedOn IS NULL OR c.endedOn > ?2)) AS categories
       FROM PersonRole pr JOIN Person p ON p.id = pr.personId WHERE pr.ventureId = ?1 ORDER BY pr.beganOn, pr.id`,
      id,
      asOf,
    ),
    reader.all(
      `SELECT t.*, s.number, s.name, s.village FROM Tenancy t JOIN Space s ON s.id = t.spaceId
       WHERE t.ventureId = ? ORDER BY t.beganOn DESC, t.id DESC`,
      id,
    ),
    reader.all<Change>(
      `SELECT SUBSTR(effectiveOn, 1, 7) AS month, measure, SUM(amount) AS amount FROM LedgerEntry
       WHERE ventureId = ? AND effectiveOn <= ? GROUP BY 1, 2 ORDER BY 1`,
      id,
      endOfMonth(last),
    ),
    reader.all(
      `SELECT e.at, e.verb, e.reason, e.detail, a.name AS actor, p.nameZh AS park FROM HistoryEvent e
       LEFT JOIN Account a ON a.id = e.actorId LEFT JOIN Park p ON p.id = e.parkId
       WHERE e.ventureId = ? ORDER BY e.id DESC LIMIT 10`,
      id,
    ),
  ]);
  const rows = (from: Row[], fields: string[]) =>
    from
      .map(
        (row) =>
          `<tr>${fields.map((field) => `<td data-label="${field}">${esc(row[field] ?? '—')}</td>`).join('\n')}</tr>`,
      )
      .join('\n');
  return shell(
    String(found.name),
    name,
    `<p class="over">${of}</p><p class="lead">${esc(found.about ?? '')}</p>
    <dl class="summary-list"><div><dt>登记类型</dt><dd>${esc(found.legalForm ?? '')}</dd></div>
      <div><dt>统一社会信用代码</dt><dd>${esc(found.creditCode ?? '')}</dd></div>
      <div><dt>行业</dt><dd>${esc(say(`ventures.industry.${found.industry}` as 'ventures.industry.A'))}</dd></div>
      <div><dt>联系电话</dt><dd>${esc(found.phone ?? '')}</dd></div></dl>
    ${table(['姓名', '身份', '起始', '创业者类别', '联系电话'], rows(people, ['name', 'role', 'beganOn', 'categories', 'phone']))}
    ${table(['园区', '县区', '入驻日期', '出园日期', '出园原因'], rows(stays, ['park', 'region', 'beganOn', 'endedOn', 'endReason']))}
    ${table(['场地', '名称', '村', '面积', '租金', '起租', '约定截止', '终止'], rows(tenancies, ['number', 'name', 'village', 'area', 'rent', 'beganOn', 'termEndOn', 'endedOn']))}
    ${table(['月份', '带动就业', '来源', ''], headcounts(of, changes, last))}
    <ul>${events.map((event) => `<li>${day(String(event.at))} ${esc(event.verb ?? '')} ${esc(event.actor ?? '')} ${esc(event.park ?? '')} ${esc(event.detail ?? '')}</li>`).join('\n')}</ul>`,
  );
}

function headcounts(of: string, changes: Change[], last: string): string {
  const first = changes[0]?.month;
  if (first === undefined) return '';
  const amounts = new Map(
    changes.map((change) => [`${change.measure} ${change.month}`, change.amount]),
  );
  let [present, jobs, returns] = [0, 0, 0];
  const rows = monthsBetween(first, last).map((one) => {
    const filed = amounts.get(`returns ${one}`) ?? 0;
    present += amounts.get(`ventures ${one}`) ?? 0;
    jobs += amounts.get(`jobs ${one}`) ?? 0;
    returns += filed;
    const isKnown = present > 0 && returns > 0;
    const act = filed > 0 ? '更正' : '报送';
    return `<tr>
          <th scope="row">${month(one)}</th>
          <td class="numeric">${isKnown ? number(jobs) : ''}</td>
          <td>${isKnown ? (filed > 0 ? '已报送' : '沿用上次') : ''}</td>
          <td><a href="/ventures/${of}/returns/${one}">${act}<span class="unseen"> ${month(one)}</span></a></td>
        </tr>`;
  });
  return rows.reverse().join('\n');
}

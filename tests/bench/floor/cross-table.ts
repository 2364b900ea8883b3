import {
  addMonths,
  type Day,
  lastWholeMonth,
  type Month,
  monthsBetween,
} from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { esc, number, shell } from './html.js';

type Change = { county: string; month: Month; amount: number };

/** Jobs by county at the ends of so many months, by two statements: the least that this page takes. */
export async function crossTable(reader: Connection, name: string, asOf: Day): Promise<string> {
  const last = lastWholeMonth(asOf);
  const months = monthsBetween(addMonths(last, -23), last);
  const [counties, changes] = await Promise.all([
    reader.all<{ code: string; nameZh: string }>(
      `SELECT code, nameZh FROM Region WHERE kind = 'county' ORDER BY sequence`,
    ),
    reader.all<Change>(
      `SELECT CASE WHEN r.kind = 'zone' THEN r.parentCode ELSE r.code END AS county, b.month, SUM(b.amount) AS amount
       FROM LedgerBalance b JOIN Park p ON p.id = b.parkId JOIN Region r ON r.code = p.regionCode
       WHERE b.measure = 'jobs' AND b.month <= ? GROUP BY 1, 2`,
      last,
    ),
  ]);
  const level = (code: string | null, month: Month): number =>
    changes
      .filter((one) => (code === null || one.county === code) && one.month <= month)
      .reduce((sum, { amount }) => sum + Number(amount), 0);
  const cells = (code: string | null) =>
    months.map((month) => `<td class="numeric">${number(level(code, month))}</td>`).join('');
  const rows = counties
    .filter(({ code }) => changes.some(({ county }) => county === code))
    .map(({ code, nameZh }) => `<tr><th>${esc(nameZh)}</th>${cells(code)}</tr>`);
  return shell(
    '带动就业',
    name,
    `<table>${rows.join('')}<tr><th>合计</th>${cells(null)}</tr></table>`,
  );
}

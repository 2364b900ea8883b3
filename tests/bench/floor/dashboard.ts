import {
  addDays,
  addMonths,
  type Day,
  endOfMonth,
  lastWholeMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { day, esc, month, number, shell, table } from './html.js';

type Amount = { measure: string; parkId: number; amount: number };
type Park = {
  id: number;
  number: string;
  nameZh: string;
  regionCode: string;
  parentCode: string | null;
};
type Share = { kind: string; value: string; amount: number };
type Village = { parkId: number; free: number; leased: number; heldOver: number };
type Reach = { residents: number; served: number };

const counted = new Map<string, { shares: Share[]; villages: Village[]; reach: Reach }>();

/** The dashboard by seven statements, and three more when something was written: the least that this page takes. */
export async function dashboard(reader: Connection, name: string, asOf: Day): Promise<string> {
  const last = lastWholeMonth(asOf);
  const months = [last, addMonths(last, -1), addMonths(last, -2)];
  const [state, parks, counties, now, trend, due, filed] = await Promise.all([
    reader.one<{ mark: string }>(`SELECT (SELECT position FROM LedgerHead) || '.' ||
      (SELECT id FROM HistoryEvent ORDER BY id DESC LIMIT 1) AS mark`),
    reader.all<Park>(
      `SELECT p.id, p.number, p.nameZh, p.regionCode, r.parentCode FROM Park p
       JOIN Region r ON r.code = p.regionCode WHERE p.openedOn <= ? ORDER BY p.number`,
      asOf,
    ),
    reader.all<{ code: string; nameZh: string }>(
      `SELECT code, nameZh FROM Region WHERE kind = 'county' ORDER BY sequence`,
    ),
    reader.all<Amount>(
      `SELECT measure, parkId, SUM(amount) AS amount FROM (
         SELECT measure, parkId, amount FROM LedgerBalance WHERE month < ?1
         UNION ALL SELECT measure, parkId, amount FROM LedgerEntry
         WHERE measure IN ('parks', 'ventures', 'jobs') AND effectiveOn >= ?1 || '-01' AND effectiveOn <= ?2)
       GROUP BY measure, parkId`,
      monthOf(asOf),
      asOf,
    ),
    reader.all<{ measure: string; month: string; amount: number }>(
      `SELECT measure, month, SUM(amount) AS amount FROM LedgerBalance
       WHERE measure IN ('ventures', 'jobs') AND month <= ? GROUP BY measure, month ORDER BY month`,
      last,
    ),
    reader.all<{ month: string; parkId: number; amount: number }>(
      `SELECT m.value AS month, b.parkId, SUM(b.amount) AS amount FROM json_each(?) m
       JOIN LedgerBalance b ON b.measure = 'ventures' AND b.month <= m.value GROUP BY 1, 2`,
      JSON.stringify(months),
    ),
    reader.all<{ month: string; parkId: number; amount: number }>(
      `SELECT month, parkId, amount FROM LedgerBalance
       WHERE measure = 'returns' AND month IN (?, ?, ?)`,
      ...months,
    ),
  ]);
  const panels = await panelsOf(reader, `${state?.mark} ${asOf}`, asOf);
  const levels = new Map(now.map((row) => [`${row.measure} ${row.parkId}`, row.amount]));
  const owing = byMonthAndPark(due);
  const returned = byMonthAndPark(filed);
  const sum = (from: Map<string, number>, key: string, of: Park[]) =>
    of.reduce((total, park) => total + (from.get(`${key} ${park.id}`) ?? 0), 0);
  const link = (value: number, scope: string, rest: string) =>
    `<td class="numeric"><a href="/totals?scope&#x3D;${scope}&amp;asOf&#x3D;${asOf}&amp;${rest}">${number(value)}</a></td>`;
  const cells = (scope: string, of: Park[]) => {
    const spaces = panels.villages.filter((one) => of.some((park) => park.id === one.parkId));
    const inState = (state: 'free' | 'leased' | 'heldOver') =>
      spaces.reduce((total, one) => total + one[state], 0);
    const [asked, told] = [sum(owing, last, of), sum(returned, last, of)];
    return [
      link(sum(levels, 'ventures', of), scope, 'measure&#x3D;ventures'),
      link(sum(levels, 'jobs', of), scope, 'measure&#x3D;jobs'),
      link(told, scope, `measure&#x3D;returns&amp;month&#x3D;${last}`),
      link(asked, scope, 'measure&#x3D;ventures'),
      link(asked - told, scope, `measure&#x3D;owed&amp;month&#x3D;${last}`),
      link(inState('free'), scope, 'state&#x3D;free'),
      link(inState('leased'), scope, 'state&#x3D;let'),
      link(inState('heldOver'), scope, 'state&#x3D;held-over'),
    ].join('\n');
  };
  const rows = counties.map(({ code, nameZh }) => {
    const own = parks.filter((park) => park.regionCode === code || park.parentCode === code);
    const each = own.map(
      (
        park,
      ) => `<tr><th scope="row"><a href="/parks/${park.number}?asOf&#x3D;${asOf}">${esc(park.nameZh)}</a>
        <span class="quiet small nowrap">${park.number}</span></th>${cells(`park:${park.number}`, [park])}</tr>`,
    );
    return `<tr class="region"><th scope="rowgroup">${esc(nameZh)}</th>${cells(`region:${code}`, own)}</tr>${each.join('\n')}`;
  });
  const figures = (['parks', 'ventures', 'jobs'] as const).map(
    (measure) =>
      `<dd class="value"><a href="/totals?measure&#x3D;${measure}&amp;scope&#x3D;network&amp;asOf&#x3D;${asOf}">${number(sum(levels, measure, parks))}</a></dd>`,
  );
  const returns = months.map((one) => {
    const [asked, told] = [sum(owing, one, parks), sum(returned, one, parks)];
    return `<tr><th scope="row" class="nowrap">${month(one)}</th>
      ${link(asked, 'network', 'measure&#x3D;ventures')}
      ${link(told, 'network', `measure&#x3D;returns&amp;month&#x3D;${one}`)}
      ${link(asked - told, 'network', `measure&#x3D;owed&amp;month&#x3D;${one}`)}</tr>`;
  });
  const shares = panels.shares.map(
    (share) =>
      `<tr><th scope="row">${esc(share.value)}</th>${link(share.amount, 'network', `${share.kind}&#x3D;${share.value}`)}</tr>`,
  );
  return shell(
    '总览',
    name,
    `<p class="as-of"><strong>截至${day(asOf)}</strong></p><dl>${figures.join('\n')}</dl>
    ${table(['月末', '在园创业主体', '带动就业'], trendRows(trend, last))}
    ${table(['县区、园区', '在园创业主体', '带动就业', '已报', '应报', '未报', '空置场地', '在租场地', '超期占用场地'], `${rows.join('\n')}<tr><th>合计</th>${cells('network', parks)}</tr>`)}
    <p>${number(panels.reach.served)} / ${link(panels.reach.residents, 'network', 'measure&#x3D;ventures')}</p>
    ${table(['月份', '应报', '已报', '未报'], returns.join('\n'))}
    ${table(['类别', '家'], shares.join('\n'))}`,
  );
}

const byMonthAndPark = (rows: { month: string; parkId: number; amount: number }[]) =>
  new Map(rows.map((row) => [`${row.month} ${row.parkId}`, row.amount]));

/** The ends of the last 24 months, newest first: a month in which nothing changed has the level of the one before. */
function trendRows(
  changes: { measure: string; month: string; amount: number }[],
  last: Month,
): string {
  const first = changes[0]?.month;
  if (first === undefined) return '';
  const changed = new Map(changes.map((one) => [`${one.measure} ${one.month}`, one.amount]));
  const levels = { ventures: 0, jobs: 0 };
  const rows = monthsBetween(first, last).map((one) => {
    const end = endOfMonth(one);
    const cell = (measure: 'ventures' | 'jobs') => {
      levels[measure] += changed.get(`${measure} ${one}`) ?? 0;
      return `<td class="numeric"><a href="/totals?measure&#x3D;${measure}&amp;scope&#x3D;network&amp;asOf&#x3D;${end}">${number(levels[measure])}</a></td>`;
    };
    return `<tr><th scope="row" class="nowrap">${month(one)}</th>${cell('ventures')}${cell('jobs')}</tr>`;
  });
  return rows.slice(-24).reverse().join('\n');
}

async function panelsOf(reader: Connection, key: string, asOf: Day) {
  const known = counted.get(key);
  if (known) return known;
  const during = (table: string) =>
    `${table}.beganOn <= ?1 AND (${table}.endedOn IS NULL OR ${table}.endedOn > ?1)`;
  const shares = await reader.all<Share>(
    `WITH r AS MATERIALIZED (SELECT v.id, v.legalForm, v.industry FROM Residency s
       JOIN Venture v ON v.id = s.ventureId WHERE ${during('s')})
     SELECT 'form' AS kind, legalForm AS value, COUNT(*) AS amount FROM r GROUP BY legalForm
     UNION ALL SELECT 'industry', industry, COUNT(*) FROM r GROUP BY industry
     UNION ALL SELECT 'category', category, COUNT(DISTINCT r.id) FROM r
       JOIN PersonRole pr ON pr.ventureId = r.id AND pr.role = 'founder' AND ${during('pr')}
       JOIN PersonCategory pc ON pc.personId = pr.personId AND ${during('pc')} GROUP BY category`,
    asOf,
  );
  const villages = await reader.all<Village>(
    `SELECT parkId, SUM(term IS NULL) AS free, SUM(term > ?1) AS leased, SUM(term <= ?1) AS heldOver
     FROM (SELECT s.parkId, (SELECT MAX(t.termEndOn) FROM Tenancy t
         WHERE t.spaceId = s.id AND t.voidedAt IS NULL AND ${during('t')}) AS term
       FROM Space s WHERE s.openedOn <= ?1 AND (s.closedOn IS NULL OR s.closedOn > ?1)) GROUP BY parkId`,
    asOf,
  );
  const reach = (await reader.one<Reach>(
    `SELECT COUNT(*) AS residents, COUNT(CASE WHEN s.ventureId IN (SELECT vv.ventureId FROM Visit w
       JOIN VisitVenture vv ON vv.visitId = w.id
       WHERE w.madeOn > ?2 AND w.madeOn <= ?1 AND w.cancelledAt IS NULL) THEN 1 END) AS served
     FROM Residency s WHERE ${during('s')}`,
    asOf,
    addDays(asOf, -30),
  )) as Reach;
  const panels = { shares, villages, reach };
  if (counted.size > 100) counted.clear();
  counted.set(key, panels);
  return panels;
}

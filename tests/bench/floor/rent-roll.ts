import { type Day, firstOf, monthOf } from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { day, esc, number, say, shell, table } from './html.js';

type Line = {
  id: number;
  spaceNumber: string;
  spaceName: string;
  ventureNumber: string;
  ventureName: string;
  termEndOn: Day;
  endedOn: Day | null;
  area: number;
  state: 'let';
  rentBasis: string | null;
  rent: number | null;
  market: number | null;
  forgone: number;
  waived: number;
};
type Totals = Pick<Line, 'area' | 'forgone' | 'waived'> & {
  leases: number;
  rent: number;
  market: number;
};

const size = 50;
const stated = `CASE WHEN t.rentFreeTo > ?1 THEN 0 ELSE COALESCE((SELECT p.fen FROM RentStep p
  WHERE p.tenancyId = t.id AND p.fromOn <= ?1 ORDER BY p.fromOn DESC LIMIT 1), t.rent) END`;
const market = `(2 * (SELECT x.fen FROM SpaceValuation x WHERE x.spaceId = s.id AND x.fromOn <= ?1
  ORDER BY x.fromOn DESC, x.id DESC LIMIT 1) * t.area + s.area) / (2 * s.area)`;
const forgone = `COALESCE((SELECT SUM(e.amount) FROM LedgerEntry e WHERE e.causeKind = 'tenancy' AND e.causeId = t.id
  AND e.measure = 'rent-forgone' AND e.effectiveOn >= ?2 AND e.effectiveOn <= ?1), 0)`;
const waived = `COALESCE((SELECT SUM(m.fen) FROM Waiver w JOIN WaiverMonth m ON m.waiverId = w.id
  WHERE w.tenancyId = t.id AND w.form = 'waiver' AND m.effectiveOn >= ?2 AND m.effectiveOn <= ?1), 0)`;
const runs = '(t.endedOn IS NULL OR t.endedOn > ?1)';
const from = `Tenancy t JOIN Space s ON s.id = t.spaceId
  WHERE t.voidedAt IS NULL AND t.beganOn <= ?1 AND (t.endedOn IS NULL OR t.endedOn > ?2)`;

/** The rent roll of a network on a day by two statements: its sums, and its first leases. */
export async function rentRoll(reader: Connection, name: string, asOf: Day): Promise<string> {
  const first = firstOf(monthOf(asOf));
  const [totals, lines] = await Promise.all([
    reader.one<Totals>(
      `SELECT COUNT(*) AS leases, SUM(CASE WHEN ${runs} THEN t.area END) AS area,
        SUM(CASE WHEN ${runs} THEN ${stated} END) AS rent, SUM(CASE WHEN ${runs} THEN ${market} END) AS market,
        SUM(${forgone}) AS forgone, SUM(${waived}) AS waived FROM ${from}`,
      asOf,
      first,
    ),
    reader.all<Line>(
      `SELECT t.id, s.number AS spaceNumber, s.name AS spaceName, v.number AS ventureNumber, v.name AS ventureName,
        t.termEndOn, t.endedOn, t.area, t.rentBasis, CASE WHEN NOT ${runs} THEN 'over' WHEN t.termEndOn <= ?1
          THEN 'held-over' ELSE 'let' END AS state,
        CASE WHEN ${runs} THEN ${stated} END AS rent, CASE WHEN ${runs} THEN ${market} END AS market,
        ${forgone} AS forgone, ${waived} AS waived
      FROM (SELECT t.id FROM ${from} ORDER BY s.number, t.beganOn, t.id LIMIT ${size}) f JOIN Tenancy t ON t.id = f.id
      JOIN Space s ON s.id = t.spaceId JOIN Venture v ON v.id = t.ventureId ORDER BY s.number, t.beganOn, t.id`,
      asOf,
      first,
    ),
  ]);
  if (!totals) throw new Error('a sum has one row');
  const heads = ['state', 'market', 'rent', 'rests'].map((key) =>
    say(`ventures.roll.${key as 'state'}`),
  );
  const body = lines.map(row).join('\n');
  return shell(
    say('ventures.roll.title'),
    name,
    `<p>${number(totals.leases)}</p>${table(heads, body)}
    <table><tr>${[totals.market, totals.rent, totals.forgone, totals.waived].map(cell).join('')}</tr></table>`,
  );
}

const yuan = (fen: number): string =>
  `${number(Math.trunc(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
const cell = (fen: number | null): string =>
  `<td data-label="" class="numeric">${fen === null ? '—' : yuan(fen)}</td>`;

function row(line: Line): string {
  const end = new Date(`${line.endedOn ?? line.termEndOn}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  const isUnknown = line.rent !== null && line.market === null;
  const money = [line.rent, line.forgone, line.waived].map(cell).join('');
  const value = isUnknown ? `<td>${say('parks.space.rent-unknown')}</td>` : cell(line.market);
  return `<tr>
    <th scope="row">${esc(line.spaceNumber)} ${esc(line.spaceName)}<br><span class="quiet small">${line.area / 100} ㎡</span></th>
    <td><a href="/ventures/${line.ventureNumber}">${esc(line.ventureName)}</a><br><span class="quiet small">${line.ventureNumber}</span></td>
    <td class="nowrap"><a href="/tenancies/${line.id}">${day(end.toISOString().slice(0, 10))}</a></td>
    <td><span class="tag tag-go">${say(`ventures.roll.state.${line.state}`)}</span></td>
    ${value}${money}<td>${esc(line.rentBasis)}</td>
  </tr>`;
}

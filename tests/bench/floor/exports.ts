import type { Day } from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { say } from './html.js';

const batch = 1000;

type Line = Record<string, string | number | null> & { id: number };

const statement = `SELECT v.*, r.beganOn, r.endedOn, r.endReason, p.number AS parkNumber, p.nameZh AS park, g.nameZh AS region,
    (SELECT SUM(amount) FROM LedgerEntry WHERE ventureId = v.id AND measure = 'jobs' AND effectiveOn <= ?1) AS jobs,
    EXISTS (SELECT 1 FROM LedgerEntry WHERE ventureId = v.id AND measure = 'returns' AND effectiveOn <= ?1) AS returns,
    (SELECT GROUP_CONCAT(name, '、') FROM (SELECT DISTINCT e.id, e.name FROM PersonRole pr JOIN Person e ON e.id = pr.personId
      WHERE pr.ventureId = v.id AND pr.role = 'founder' ORDER BY pr.id)) AS founders,
    (SELECT GROUP_CONCAT(category) FROM (SELECT DISTINCT c.category FROM PersonRole pr JOIN PersonCategory c ON c.personId = pr.personId
      WHERE pr.ventureId = v.id AND pr.role = 'founder' AND c.beganOn <= ?1 AND (c.endedOn IS NULL OR c.endedOn > ?1) ORDER BY pr.id)) AS categories
  FROM Venture v LEFT JOIN Residency r ON r.ventureId = v.id AND r.beganOn = (
    SELECT MAX(beganOn) FROM Residency WHERE ventureId = v.id AND beganOn <= ?1)
  JOIN Park p ON p.id = COALESCE(r.parkId, v.loggedParkId) JOIN Region g ON g.code = p.regionCode
  WHERE v.id < ?2 AND NOT EXISTS (SELECT 1 FROM VentureVoid x WHERE x.ventureId = v.id) ORDER BY v.id DESC LIMIT ${batch}`;

/** Every venture as a row of the export, by one statement a thousand. */
export async function* exported(
  reader: Connection,
  asOf: Day,
): AsyncGenerator<(string | number | null)[]> {
  for (let after = Number.MAX_SAFE_INTEGER; ; ) {
    const lines = await reader.all<Line>(statement, asOf, after);
    const last = lines.at(-1);
    if (!last) return;
    for (const line of lines) yield cells(line, asOf);
    after = last.id;
  }
}

const word = (kind: string, code: unknown): string | null =>
  code === null ? null : say(`ventures.${kind}.${code}` as 'ventures.industry.A');

function cells(line: Line, asOf: Day): (string | number | null)[] {
  const hasEnded = line.endedOn !== null && String(line.endedOn) <= asOf;
  const status = line.beganOn === null ? 'unsettled' : hasEnded ? 'ended' : 'settled';
  return [
    ...[
      line.number,
      line.name,
      line.parkNumber,
      line.park,
      line.region,
      word('status', status),
      line.beganOn,
    ],
    ...(hasEnded ? [line.endedOn, word('end-reason', line.endReason)] : [null, null]),
    ...[
      word('form', line.legalForm),
      line.creditCode,
      line.industry,
      word('industry', line.industry),
    ],
    ...[word('trade', line.trade), line.registeredOn, line.founders],
    line.categories === null
      ? ''
      : String(line.categories)
          .split(',')
          .map((one) => word('category', one))
          .join('、'),
    line.phone,
    status === 'settled' && line.returns ? Number(line.jobs ?? 0) : null,
    asOf,
  ] as (string | number | null)[];
}

/** The same rows as CSV, a piece a hundred rows. */
export async function* asCsv(
  rows: AsyncIterable<(string | number | null)[]>,
): AsyncGenerator<string> {
  let piece = '\ufeff编号,名称\r\n';
  let count = 0;
  for await (const row of rows) {
    piece += `${row.map(cell).join(',')}\r\n`;
    count += 1;
    if (count % 100 === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

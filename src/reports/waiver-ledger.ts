import { lastDayOf } from '../calendar/last-day.js';
import { join, sql } from '../database/sql.js';
import { byPark, countColumn, numberHead, textHead } from './columns.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 补贴台账: every waiver with what it came to in the period; together they are the ledger's total. */
export const waiverLedger: ReportKind = {
  periods: ['month', 'quarter', 'year'],
  build: async (context) => {
    const columns = [
      await countColumn(context, 'waived-ventures'),
      await countColumn(context, 'waived-rent', {
        head: context.voice.say('reports.column.waived'),
      }),
    ];
    const name = context.voice.say('reports.section.waivers-parks');
    return [byPark(context, { key: 'parks', name, columns }), await waivers(context)];
  },
};

type Row = {
  waiver: string;
  case: string;
  number: string;
  name: string;
  parkId: number | bigint;
  area: number | bigint;
  rent: number | bigint;
  beganOn: string;
  termEndOn: string;
  endedOn: string | null;
  fen: number | bigint;
};

async function waivers(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const rows = await read(context);
  const parkOf = new Map(context.parks.map((park) => [park.id, park]));
  return {
    key: 'waivers',
    name: say('reports.section.waivers'),
    note: say('reports.section.list-count', { n: rows.length }),
    heads: [
      textHead(say('reports.column.waiver'), 14),
      textHead(say('ledger.column.name'), 28),
      textHead(say('reports.column.park'), 24),
      numberHead(say('reports.column.area'), 'money'),
      numberHead(say('reports.column.rent'), 'money'),
      { head: say('reports.column.began'), kind: 'day', width: 12 },
      { head: say('reports.column.ends'), kind: 'day', width: 12 },
      { head: say('reports.column.ended'), kind: 'day', width: 12 },
      { ...numberHead(say('reports.column.waived'), 'money'), sum: true },
    ],
    rows: rows.map((row) => {
      const park = parkOf.get(Number(row.parkId));
      return [
        { value: row.waiver, href: `/waivers/${row.case}` },
        { value: row.name, href: `/ventures/${row.number}` },
        { value: park ? context.parkName(park) : null },
        { value: Number(row.area) },
        { value: Number(row.rent) },
        { value: row.beganOn },
        { value: lastDayOf(row.termEndOn) },
        { value: row.endedOn },
        { value: Number(row.fen) },
      ];
    }),
    total: [
      { value: say('reports.sum') },
      ...Array.from({ length: 7 }, () => ({ value: '' })),
      { value: await context.sum('waived-rent'), href: context.href('waived-rent') },
    ],
  };
}

/** The months of waivers as the ledger has them: by the day on which each takes effect, up to the report's position. */
function read(context: ReportContext): Promise<Row[]> {
  const { reads, scope, period, position } = context.asked;
  const ids = join(scope.parkIds.length > 0 ? scope.parkIds : [0]);
  const known = position === undefined ? sql`TRUE` : sql`e."position" <= ${position}`;
  return reads.$queryRaw<Row[]>`
    SELECT w."number" AS "waiver", a."number" AS "case", v."number", v."name", w."parkId", w."area", w."rent",
      w."beganOn", w."termEndOn", w."endedOn", SUM(e."amount") AS "fen"
    FROM "LedgerEntry" e JOIN "WaiverMonth" m ON m."id" = e."causeId" AND e."causeKind" = 'waiver-month'
    JOIN "Waiver" w ON w."id" = m."waiverId" JOIN "Venture" v ON v."id" = w."ventureId"
    JOIN "WaiverApplication" a ON a."id" = w."applicationId"
    WHERE e."measure" = 'waived-rent' AND e."parkId" IN (${ids}) AND ${known}
      AND e."effectiveOn" >= ${period.from} AND e."effectiveOn" <= ${period.asOf}
    GROUP BY w."id" HAVING SUM(e."amount") <> 0 ORDER BY w."parkId", w."number"`;
}

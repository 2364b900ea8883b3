import { join, sql } from '../database/sql.js';
import type { EndReason } from '../ventures/kinds.js';
import { byPark, countColumn, textHead } from './columns.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 入驻出园名单: who came and who left, each with the day and the reason. */
export const inAndOut: ReportKind = {
  periods: ['month', 'quarter', 'year'],
  build: async (context) => {
    const { say } = context.voice;
    const columns = [];
    for (const measure of [
      'arrived',
      'moved-in',
      'graduated',
      'closed',
      'removed',
      'moved-out',
    ] as const)
      columns.push(await countColumn(context, measure));
    return [
      byPark(context, { key: 'counts', name: say('reports.section.in-and-out'), columns }),
      await arrivals(context),
      await departures(context),
    ];
  },
};

type Stay = {
  number: string;
  name: string;
  parkId: number | bigint;
  day: string;
  reason: string | null;
  came: number | bigint;
};

function stays(context: ReportContext, side: 'beganOn' | 'endedOn'): Promise<Stay[]> {
  const { reads, scope, period } = context.asked;
  const day = side === 'beganOn' ? sql`r."beganOn"` : sql`r."endedOn"`;
  const ids = join(scope.parkIds.length > 0 ? scope.parkIds : [0]);
  return reads.$queryRaw<Stay[]>`
    SELECT v."number", v."name", r."parkId", ${day} AS "day", r."endReason" AS "reason",
      EXISTS (SELECT 1 FROM "Residency" p WHERE p."ventureId" = r."ventureId"
        AND p."endedOn" = r."beganOn" AND p."endReason" = 'moved') AS "came"
    FROM "Residency" r JOIN "Venture" v ON v."id" = r."ventureId"
    WHERE r."parkId" IN (${ids}) AND ${day} >= ${period.from} AND ${day} <= ${period.asOf}
    ORDER BY "day", v."number"`;
}

async function arrivals(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const how = (stay: Stay) =>
    say(Number(stay.came) === 1 ? 'reports.measure.moved-in' : 'reports.measure.arrived');
  return listOf(context, 'in', await stays(context, 'beganOn'), how);
}

async function departures(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const why = ({ reason }: Stay) =>
    reason === 'moved'
      ? say('reports.measure.moved-out')
      : say(`ventures.end-reason.${reason as EndReason}`);
  return listOf(context, 'out', await stays(context, 'endedOn'), why);
}

function listOf(
  context: ReportContext,
  key: 'in' | 'out',
  list: Stay[],
  how: (stay: Stay) => string,
): Section {
  const { say } = context.voice;
  const parkOf = new Map(context.parks.map((park) => [park.id, park]));
  return {
    key,
    name: say(`reports.section.${key}`),
    note: say('reports.section.list-count', { n: list.length }),
    heads: [
      textHead(say('ledger.column.number'), 14),
      textHead(say('ledger.column.name'), 28),
      textHead(say('reports.column.park'), 24),
      { head: say('reports.column.day'), kind: 'day', width: 12 },
      textHead(say('reports.column.how'), 14),
    ],
    rows: list.map((stay) => {
      const park = parkOf.get(Number(stay.parkId));
      return [
        { value: stay.number, href: `/ventures/${stay.number}` },
        { value: stay.name },
        { value: park ? context.parkName(park) : null },
        { value: stay.day },
        { value: how(stay) },
      ];
    }),
  };
}

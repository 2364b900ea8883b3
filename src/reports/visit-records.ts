import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { visitsAddress } from '../visits/filter.js';
import { type VisitKind, visitKinds } from '../visits/kinds.js';

/** How many services there were, in all and of each kind. Their records are the list of visits itself. */
export const serviceMeasures = [
  'visits',
  ...visitKinds.map((kind) => `visits-${kind}` as const),
] as const;
export type ServiceMeasure = (typeof serviceMeasures)[number];

/**
 * Whom they were for, a row each venture of a park.
 * - incubated: in the park on any day of the period; reached: of them, served there at least once in it
 */
export const reachMeasures = ['incubated', 'reached'] as const;
export type ReachMeasure = (typeof reachMeasures)[number];

type Asked = { parkIds: number[]; from: Day; asOf: Day };

const inParks = (alias: Sql, parkIds: number[]): Sql =>
  sql`${alias}."parkId" IN ${listed(parkIds)}`;

const madeIn = ({ parkIds, from, asOf }: Asked): Sql =>
  sql`${inParks(sql`w`, parkIds)} AND w."madeOn" >= ${from} AND w."madeOn" <= ${asOf} AND w."cancelledAt" IS NULL`;

export const kindOf = (measure: ServiceMeasure): VisitKind | null =>
  visitKinds.find((kind) => measure === `visits-${kind}`) ?? null;

/** One row a service. */
export function serviceRecords(measure: ServiceMeasure, asked: Asked): Sql {
  const kind = kindOf(measure);
  return sql`SELECT w."parkId", NULL AS "ventureId", NULL AS "spaceId", 1 AS "amount" FROM "Visit" w
    WHERE ${madeIn(asked)} AND ${kind === null ? sql`TRUE` : sql`w."kind" = ${kind}`}`;
}

export function reachRecords(measure: ReachMeasure, asked: Asked): Sql {
  const { parkIds, from, asOf } = asked;
  const rows =
    measure === 'reached'
      ? sql`SELECT DISTINCT w."parkId", vv."ventureId" FROM "Visit" w
          JOIN "VisitVenture" vv ON vv."visitId" = w."id" WHERE ${madeIn(asked)}`
      : sql`SELECT DISTINCT r."parkId", r."ventureId" FROM "Residency" r WHERE ${inParks(sql`r`, parkIds)}
          AND r."beganOn" <= ${asOf} AND (r."endedOn" IS NULL OR r."endedOn" > ${from})`;
  return sql`SELECT "parkId", "ventureId", NULL AS "spaceId", 1 AS "amount" FROM (${rows}) AS "served"`;
}

/** Where the services themselves stand. @param where a park, a region, or all that is in sight */
export function servicesHref(
  measure: ServiceMeasure,
  where: string,
  { from, asOf, countiesOn }: { from: Day; asOf: Day; countiesOn?: Day | undefined },
): string {
  const [scope, code = ''] = where.split(':');
  const place = scope === 'park' || scope === 'region' ? { [scope]: code } : {};
  return visitsAddress('/visits', {
    ...place,
    kind: kindOf(measure),
    from,
    to: asOf,
    countiesOn: countiesOn ?? null,
  });
}

export const isServiceMeasure = (measure: string): measure is ServiceMeasure =>
  (serviceMeasures as readonly string[]).includes(measure);
export const isReachMeasure = (measure: string): measure is ReachMeasure =>
  (reachMeasures as readonly string[]).includes(measure);

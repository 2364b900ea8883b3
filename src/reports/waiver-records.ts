import type { Day } from '../calendar/days.js';
import { monthOf } from '../calendar/days.js';
import { join, type Sql, sql } from '../database/sql.js';
import { contributions } from '../ledger/record-list.js';
import { aYearBefore, aYearOn, survivedOn } from './residency-records.js';

/**
 * What the rent that was waived goes with.
 * - waived-ventures: ventures for which rent was waived in the period
 * - waived-jobs: the jobs in them at its end; waived-jobs-proved: those on a roster, contract or social insurance
 * - waived-cohort: waivers that began a year before, in the same period; waived-survived: of them, the venture was in
 *   a park a year after or had graduated
 */
export const waiverMeasures = [
  ...(['waived-ventures', 'waived-jobs', 'waived-jobs-proved'] as const),
  ...(['waived-cohort', 'waived-survived'] as const),
] as const;
export type WaiverMeasure = (typeof waiverMeasures)[number];

type Asked = { parkIds: number[]; from: Day; asOf: Day; position?: number | undefined };

export function waiverRecords(measure: WaiverMeasure, asked: Asked): Sql {
  const { parkIds, from, asOf, position } = asked;
  const waived = contributions({ measure: 'waived-rent', parkIds, from, asOf, position });
  const jobs = contributions({ measure: 'jobs', parkIds, asOf, position });
  const among = sql`j."ventureId" IN (SELECT "ventureId" FROM (${waived}) AS "waived")`;
  switch (measure) {
    case 'waived-ventures':
      return sql`SELECT "parkId", "ventureId", NULL AS "spaceId", 1 AS "amount" FROM (${waived}) AS "waived"`;
    case 'waived-jobs':
      return sql`SELECT j."parkId", j."ventureId", NULL AS "spaceId", j."amount" FROM (${jobs}) AS j WHERE ${among}`;
    case 'waived-jobs-proved':
      return sql`SELECT j."parkId", j."ventureId", NULL AS "spaceId", j."amount" FROM (${jobs}) AS j
        WHERE ${among} AND ${isProved(asOf)}`;
    default:
      return cohort(measure, asked);
  }
}

/** Whether the newest return of the venture `j` rests on more than its own word. */
const isProved = (asOf: Day): Sql => sql`EXISTS (SELECT 1 FROM "JobsReturn" n
  WHERE n."ventureId" = j."ventureId" AND n."evidence" <> 'self-reported' AND n."setAside" = ${false}
    AND n."month" = (SELECT MAX(m."month") FROM "JobsReturn" m WHERE m."ventureId" = j."ventureId"
      AND m."setAside" = ${false} AND m."month" <= ${monthOf(asOf)}))`;

function cohort(measure: WaiverMeasure, { parkIds, from, asOf }: Asked): Sql {
  const survived =
    measure === 'waived-survived'
      ? sql`AND ${survivedOn(aYearOn(sql`r."beganOn"`))}`
      : sql`AND TRUE`;
  return sql`SELECT r."parkId", r."ventureId", NULL AS "spaceId", 1 AS "amount" FROM "Waiver" r
    WHERE r."parkId" IN (${join(parkIds.length > 0 ? parkIds : [0])})
      AND r."beganOn" >= ${aYearBefore(from)} AND r."beganOn" <= ${aYearBefore(asOf)} ${survived}`;
}

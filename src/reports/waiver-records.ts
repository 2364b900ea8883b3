import type { Day } from '../calendar/days.js';
import { monthOf } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { contributions } from '../ledger/record-list.js';
import { gradeSql } from '../returns/grade.js';
import { aYearBefore, aYearOn, survivedOn } from './residency-records.js';

/**
 * What the rent that was not paid goes with.
 * - waived-ventures: ventures for which rent was waived by decision in the period
 * - relieved-ventures: those that rent was forgone or waived for
 * - relieved-jobs: the jobs in them at its end, in the park in which it was; relieved-jobs-proved: of those the ones on
 *   a roster, contract or social insurance
 * - waived-cohort: waivers that began a year before, in the same period; waived-survived: of them, the venture was in
 *   a park a year after or had graduated
 */
export const waiverMeasures = [
  ...(['waived-ventures', 'relieved-ventures', 'relieved-jobs', 'relieved-jobs-proved'] as const),
  ...(['waived-cohort', 'waived-survived'] as const),
] as const;
export type WaiverMeasure = (typeof waiverMeasures)[number];

type Asked = { parkIds: number[]; from: Day; asOf: Day; position?: number | undefined };

export function waiverRecords(measure: WaiverMeasure, asked: Asked): Sql {
  const { parkIds, asOf, position } = asked;
  const jobs = contributions({ measure: 'jobs', parkIds, asOf, position });
  switch (measure) {
    case 'waived-ventures':
      return venturesWith('waived-rent', asked);
    case 'relieved-ventures':
      return venturesWith('rent-relief', asked);
    case 'relieved-jobs':
    case 'relieved-jobs-proved': {
      // Membership is of a park: asked over all of a scope, a venture that moved would count elsewhere than its list says.
      const proved = measure === 'relieved-jobs' ? sql`TRUE` : isProved(asOf);
      return sql`SELECT j."parkId", j."ventureId", NULL AS "spaceId", j."amount" FROM (${jobs}) AS j
        JOIN (${venturesWith('rent-relief', asked)}) AS m
          ON m."parkId" = j."parkId" AND m."ventureId" = j."ventureId" WHERE ${proved}`;
    }
    default:
      return cohort(measure, asked);
  }
}

/** Each venture once in each park in which it did not have to pay rent in the period; a venture has several waivers. */
function venturesWith(measure: 'waived-rent' | 'rent-relief', asked: Asked): Sql {
  const { parkIds, from, asOf, position } = asked;
  return sql`SELECT DISTINCT "parkId", "ventureId", NULL AS "spaceId", 1 AS "amount"
    FROM (${contributions({ measure, parkIds, from, asOf, position })}) AS "relieved"`;
}

/** Whether the newest return of the venture `j` rests on more than its own word. */
const isProved = (asOf: Day): Sql => sql`EXISTS (SELECT 1 FROM "JobsReturn" n
  WHERE n."ventureId" = j."ventureId" AND ${gradeSql(sql`n`)} <> 'self-reported' AND n."setAside" = ${false}
    AND n."month" = (SELECT MAX(m."month") FROM "JobsReturn" m WHERE m."ventureId" = j."ventureId"
      AND m."setAside" = ${false} AND m."month" <= ${monthOf(asOf)}))`;

function cohort(measure: WaiverMeasure, { parkIds, from, asOf }: Asked): Sql {
  const survived =
    measure === 'waived-survived'
      ? sql`AND ${survivedOn(aYearOn(sql`r."beganOn"`))}`
      : sql`AND TRUE`;
  return sql`SELECT r."parkId", r."ventureId", NULL AS "spaceId", 1 AS "amount" FROM "Waiver" r
    WHERE r."parkId" IN ${listed(parkIds)}
      AND r."beganOn" >= ${aYearBefore(from)} AND r."beganOn" <= ${aYearBefore(asOf)} ${survived}`;
}

import { addMonths, type Day, monthOf } from '../calendar/days.js';
import { type Sql, sql } from '../database/sql.js';

/** People of a venture's returns that a record of social insurance proves, a row a month. */
export type InsuredMonth = { month: string; people: number };

/** So long ago the newest record may be, in months: returns come in after their month. */
const staleAfter = 2;
const mostMonths = 120;

/**
 * Jobs insured for at least 1, 2, 3 … months without a break, up to a day, as `Facts` have them: the fewest that were
 * proved in any of so many months in a row. Nothing where the newest record is too old to speak of the day.
 */
export function insuredJobsOf(rows: InsuredMonth[], on: Day): number[] {
  const people = new Map(rows.map((row) => [row.month, row.people]));
  const newest = [...people.keys()]
    .filter((month) => month <= monthOf(on))
    .sort()
    .at(-1);
  if (newest === undefined || newest < addMonths(monthOf(on), -staleAfter)) return [];
  const jobs: number[] = [];
  for (let month = newest; jobs.length < mostMonths; month = addMonths(month, -1)) {
    const least = Math.min(people.get(month) ?? 0, jobs.at(-1) ?? Number.POSITIVE_INFINITY);
    if (least === 0) break;
    jobs.push(least);
  }
  return jobs;
}

/**
 * The rows of some ventures: of each return no more than its headcount, as a record may name founders too.
 * @param which a condition on the return, of `r`
 */
export const insuredMonths = (which: Sql): Sql => sql`(SELECT r."ventureId", r."month",
    MIN(r."headcount", SUM(i."people")) AS "people"
  FROM "JobsReturn" r JOIN "ReturnProof" i ON i."ventureId" = r."ventureId" AND i."month" = r."month"
    AND i."kind" = 'social-insurance'
  WHERE NOT r."setAside" AND ${which} GROUP BY r."id")`;

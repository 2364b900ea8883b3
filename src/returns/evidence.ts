import { endOfMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import { type EvidenceGrade, evidenceGrades } from '../ventures/kinds.js';
import { gradeSql } from './grade.js';

/** How the jobs of a month's end are proved; `none` are ventures that never reported, with no jobs. */
export const grades = [...evidenceGrades, 'none'] as const;
export type Grade = EvidenceGrade | 'none';

/** Ventures and jobs by grade; `carried` of the ventures have no return of the month, but of an earlier one. */
export type OfGrade = { grade: Grade; ventures: number; carried: number; jobs: number };
export type GradedVenture = {
  ventureId: number;
  number: string;
  name: string;
  parkId: number;
  jobs: number;
  month: Month | null;
};

type Asked = { parkIds: number[]; month: Month };

/** The jobs at a month's end by the grade of the return that states each, as it follows from what is there. Their sum is the total of the ledger. */
export async function jobsByGrade(reads: Reads, asked: Asked): Promise<OfGrade[]> {
  const rows = await reads.$queryRaw<
    { grade: Grade; ventures: number; carried: number; jobs: number | null }[]
  >`SELECT "grade", COUNT(*) AS "ventures", SUM("month" < ${asked.month}) AS "carried", SUM("jobs") AS "jobs"
    FROM (${graded(asked)}) GROUP BY "grade"`;
  const of = new Map(rows.map((row) => [row.grade, row]));
  return grades.flatMap((grade) => {
    const row = of.get(grade);
    if (!row) return [];
    const { ventures, carried, jobs } = row;
    return [
      { grade, ventures: Number(ventures), carried: Number(carried ?? 0), jobs: Number(jobs ?? 0) },
    ];
  });
}

/** The ventures under a grade's number, the most jobs first. */
export async function venturesOfGrade(
  reads: Reads,
  asked: Asked,
  grade: Grade | null,
  { offset, limit }: { offset: number; limit: number },
): Promise<GradedVenture[]> {
  const rows = await reads.$queryRaw<GradedVenture[]>`
    SELECT g."ventureId", v."number", v."name", g."parkId", g."jobs", g."month" FROM (${graded(asked)}) g
    JOIN "Venture" v ON v."id" = g."ventureId"
    ${grade === null ? nothing : sql`WHERE g."grade" = ${grade}`}
    ORDER BY g."jobs" DESC, v."number" LIMIT ${limit} OFFSET ${offset}`;
  return rows.map((row) => ({ ...row, parkId: Number(row.parkId), jobs: Number(row.jobs) }));
}

/** Every venture that is in one of the parks at the month's end, its jobs by the ledger, and its newest return. */
function graded({ parkIds, month }: Asked): Sql {
  const end = endOfMonth(month);
  return sql`SELECT s."ventureId", s."parkId", r."month" AS "month",
      CASE WHEN r."id" IS NULL THEN 'none' ELSE ${gradeSql(sql`r`)} END AS "grade",
      COALESCE((SELECT SUM("amount") FROM "LedgerEntry" WHERE "ventureId" = s."ventureId"
        AND "measure" = 'jobs' AND "effectiveOn" <= ${end}), 0) AS "jobs"
    FROM "Residency" s LEFT JOIN "JobsReturn" r ON r."ventureId" = s."ventureId" AND r."month" = (
      SELECT MAX("month") FROM "JobsReturn"
      WHERE "ventureId" = s."ventureId" AND NOT "setAside" AND "month" <= ${month})
    WHERE s."parkId" IN ${listed(parkIds)}
      AND ${holdsOn('s', end)}`;
}

/**
 * People by the rosters of a month: each roster's people added up, and every person counted once. Both stay what they
 * were when the people are deleted after their time.
 */
export type Headcounts = { ventures: number; gross: number; net: number };

export async function rosterHeadcounts(reads: Reads, asked: Asked): Promise<Headcounts> {
  const [row] = await reads.$queryRaw<{ ventures: number; gross: number | null; again: number }[]>`
    WITH r AS (${rostersOf(asked)})
    SELECT COUNT(*) AS "ventures", SUM("people") AS "gross", (
      SELECT COALESCE(SUM("rosters" - 1), 0) FROM (
        SELECT COUNT(*) AS "rosters" FROM r JOIN "RosterPerson" p ON p."rosterId" = r."id"
        GROUP BY p."lookup") o) AS "again" FROM r`;
  const gross = Number(row?.gross ?? 0);
  return { ventures: Number(row?.ventures ?? 0), gross, net: gross - Number(row?.again ?? 0) };
}

type Masked = { lookup: string; nameMasked: string; masked: string };
export type TwiceCounted = Masked & { ventures: string[] };

/** Who stands in more than one roster, and in whose. */
export async function countedTwice(reads: Reads, asked: Asked): Promise<TwiceCounted[]> {
  const rows = await reads.$queryRaw<(Masked & { number: string })[]>`
    WITH r AS (${rostersOf(asked)})
    SELECT p."lookup", p."nameMasked", p."masked", v."number" FROM r
    JOIN "RosterPerson" p ON p."rosterId" = r."id" JOIN "Venture" v ON v."id" = r."ventureId"
    WHERE p."lookup" IN (SELECT "lookup" FROM r JOIN "RosterPerson" q ON q."rosterId" = r."id"
      GROUP BY "lookup" HAVING COUNT(*) > 1)
    ORDER BY p."lookup", v."number"`;
  const found = new Map<string, TwiceCounted>();
  for (const { number, ...person } of rows) {
    const sharer = found.get(person.lookup) ?? { ...person, ventures: [] };
    sharer.ventures.push(number);
    found.set(person.lookup, sharer);
  }
  return [...found.values()];
}

/** The rosters of the ventures in the parks at the month's end. */
const rostersOf = ({ parkIds, month }: Asked): Sql => sql`
  SELECT o."id", o."ventureId", o."people" FROM "Roster" o JOIN "Residency" s ON s."ventureId" = o."ventureId"
  WHERE o."month" = ${month} AND s."parkId" IN ${listed(parkIds)}
    AND ${holdsOn('s', endOfMonth(month))}`;

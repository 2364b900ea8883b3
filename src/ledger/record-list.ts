import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import { isAdded, type Listed, type Measure, recordsOf, termsOf } from './measures.js';
import { formOn, industryOn } from './profile-on.js';

/** A share of the ventures: by legal form, industry or a founder's category at the day. */
export const kinds = ['form', 'industry', 'category'] as const;
export type Kind = { by: (typeof kinds)[number]; value: string };

/** Which records make a number: the same measure, parks, day and position as the total itself. */
export type RecordQuery = {
  measure: Listed;
  parkIds: number[];
  asOf: Day;
  /** For a flow and for what is owed, the first day of the period; asOf is its last. */
  from?: Day | undefined;
  position?: number | undefined;
  kind?: Kind | undefined;
};

/**
 * What one venture in one park adds to a total. For the measure parks it is one park, and ventureId is null;
 * rent is waived by waivers, of which a venture can have several.
 */
export type RecordRow = {
  parkId: number;
  ventureId: number | null;
  waiverId: number | null;
  amount: number;
};

/** How many records make the number, and their sum: the number itself. */
export async function recordSummary(
  reads: Reads,
  query: RecordQuery,
): Promise<{ count: number; sum: number }> {
  const [row] = await reads.$queryRaw<{ count: number | bigint; sum: number | bigint | null }[]>`
    SELECT COUNT(*) AS "count", SUM("amount") AS "sum" FROM (${contributions(query)}) AS "records"`;
  return { count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) };
}

/** The records of a number, largest amount first, so many from an offset. */
export async function recordRows(
  reads: Reads,
  query: RecordQuery,
  page: { offset: number; limit: number },
): Promise<RecordRow[]> {
  const rows = await reads.$queryRaw<(Omit<RecordRow, 'amount'> & { amount: number | bigint })[]>`
    SELECT * FROM (${contributions(query)}) AS "records"
    ORDER BY "amount" DESC, "parkId", "ventureId", "waiverId" LIMIT ${page.limit} OFFSET ${page.offset}`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** The share of the total of each venture, or waiver; one that comes to nothing is not a record of it. */
export function contributions(query: RecordQuery): Sql {
  const isOfWaivers = recordsOf(query.measure) === 'waiver';
  return sql`SELECT "parkId", "ventureId", ${isOfWaivers ? waiver : noWaiver} AS "waiverId", SUM("amount") AS "amount"
    FROM (${amounts(query)}) AS "amounts" ${isOfWaivers ? ofTheirWaivers : nothing}
    ${query.kind === undefined ? nothing : sql`WHERE "ventureId" IN (${venturesOf(query.kind, query.asOf)})`}
    GROUP BY "parkId", "ventureId" ${isOfWaivers ? sql`, ${waiver}` : nothing} HAVING SUM("amount") <> 0`;
}

const noWaiver = sql`NULL`;
const waiver = sql`wm."waiverId"`;
/** Such an entry comes from a month of a waiver. */
const ofTheirWaivers = sql`JOIN "WaiverMonth" wm ON wm."id" = "amounts"."causeId"`;

function amounts({ measure, ...query }: RecordQuery): Sql {
  const parts = termsOf(measure).map(({ of, sign }) => {
    const amount = sign === 1 ? sql`"amount"` : sql`-"amount"`;
    return sql`SELECT "parkId", "ventureId", ${amount} AS "amount", "causeId" FROM ${entries(of, query)}`;
  });
  return join(parts, ' UNION ALL ');
}

function entries(measure: Measure, query: Omit<RecordQuery, 'measure'>): Sql {
  const conditions = [
    sql`"measure" = ${measure}`,
    sql`"parkId" IN ${listed(query.parkIds)}`,
    sql`"effectiveOn" <= ${query.asOf}`,
  ];
  // A level is the sum of all that came before it.
  if (query.from !== undefined && isAdded(measure))
    conditions.push(sql`"effectiveOn" >= ${query.from}`);
  if (query.position !== undefined) conditions.push(sql`"position" <= ${query.position}`);
  return sql`"LedgerEntry" WHERE ${join(conditions, ' AND ')}`;
}

/** The ventures of a legal form on a day. */
export const venturesOfForm = (form: string, asOf: Day): Sql =>
  sql`SELECT v."id" FROM "Venture" v WHERE ${formOn(asOf)} = ${form}`;

/** The ventures of an industry on a day. */
export const venturesOfIndustry = (industry: string, asOf: Day): Sql =>
  sql`SELECT v."id" FROM "Venture" v WHERE ${industryOn(asOf)} = ${industry}`;

function venturesOf({ by, value }: Kind, asOf: Day): Sql {
  if (by === 'form') return venturesOfForm(value, asOf);
  if (by === 'industry') return venturesOfIndustry(value, asOf);
  return sql`SELECT "ventureId" FROM (${foundersCategories(asOf)}) AS "founders" WHERE "category" = ${value}`;
}

/** Ventures beside each category that one of their founders is in at the day. */
export const foundersCategories = (asOf: Day): Sql => sql`
  SELECT DISTINCT pr."ventureId", pc."category" FROM "PersonRole" pr
  JOIN "PersonCategory" pc ON pc."personId" = pr."personId" AND ${covers('pc', asOf)}
  WHERE pr."role" = 'founder' AND ${covers('pr', asOf)}`;

function covers(table: 'pc' | 'pr', day: Day): Sql {
  const [began, ended] =
    table === 'pc'
      ? [sql`pc."beganOn"`, sql`pc."endedOn"`]
      : [sql`pr."beganOn"`, sql`pr."endedOn"`];
  return sql`${began} <= ${day} AND (${ended} IS NULL OR ${ended} > ${day})`;
}

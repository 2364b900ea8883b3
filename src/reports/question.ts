import type { Day } from '../calendar/days.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import type { Listed } from '../ledger/measures.js';
import {
  contributions,
  foundersCategories,
  venturesOfForm,
  venturesOfIndustry,
} from '../ledger/record-list.js';
import { type Counted, isOfPeriod, recordMeasure } from './counted.js';
import { monthsOwed } from './period.js';

export type Chosen = { form?: string; industry?: string; category?: string };

/** Some parks in some days. */
export type Window = { parkIds: number[]; from: Day; asOf: Day };

/** A number: what is counted, in which parks, in a period or at its last day, of which ventures. */
export type Question = {
  measure: Counted;
  parkIds: number[];
  from: Day;
  asOf: Day;
  position?: number | undefined;
  chosen?: Chosen | undefined;
  /** Parts of the period with the parks of each, where they are not the same all through it. */
  windows?: Window[] | undefined;
  /** The longest stay, in months, that still is an exit on time. */
  stayMonths: number;
};

/**
 * The records that make a number, each with what it adds: "parkId", "ventureId", "spaceId", "amount". The number is their
 * sum, and so is every part of it.
 */
export function recordsSql(question: Question): Sql {
  const { chosen = {}, asOf } = question;
  const conditions = conditionsOf(chosen, asOf);
  const where = conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : nothing;
  return sql`SELECT "parkId", "ventureId", "spaceId", "amount" FROM (${allOf(question)}) AS "base" ${where}`;
}

/** What is of several windows is added up, so that nobody stands there twice. */
function allOf({ windows, ...question }: Question): Sql {
  const { measure } = question;
  if (windows === undefined) return baseOf(measure, question);
  const parts = windows.map((window) => baseOf(measure, { ...question, ...window }));
  if (parts.length === 0) return baseOf(measure, { ...question, parkIds: [] });
  return addedUp(parts);
}

const addedUp = (
  parts: Sql[],
): Sql => sql`SELECT "parkId", "ventureId", "spaceId", SUM("amount") AS "amount"
  FROM (${join(parts, ' UNION ALL ')}) AS "parts" GROUP BY "parkId", "ventureId", "spaceId"`;

function baseOf(measure: Counted, question: Question): Sql {
  const other = recordMeasure(measure);
  if (other) return other.records(question);
  const { parkIds, from, asOf, position } = question;
  const own = measure as Listed;
  const ofSpan = (span: { from?: Day; asOf: Day }) =>
    sql`SELECT "parkId", "ventureId", NULL AS "spaceId", "amount" FROM (${contributions({
      measure: own,
      parkIds,
      position,
      ...span,
    })}) AS "ledger"`;
  if (own === 'owed') return addedUp(monthsOwed({ from, asOf }).map(ofSpan));
  return ofSpan(isOfPeriod(measure) ? { from, asOf } : { asOf });
}

/** Conditions on the venture, as it was on the number's last day. */
function conditionsOf({ form, industry, category }: Chosen, asOf: Day): Sql[] {
  const among = (ventures: Sql) => sql`"ventureId" IN (${ventures})`;
  return [
    ...(form === undefined ? [] : [among(venturesOfForm(form, asOf))]),
    ...(industry === undefined ? [] : [among(venturesOfIndustry(industry, asOf))]),
    ...(category === undefined
      ? []
      : [
          among(
            sql`SELECT "ventureId" FROM (${foundersCategories(asOf)}) AS "founders" WHERE "category" = ${category}`,
          ),
        ]),
  ];
}

import { addMonths, type Day, lastWholeMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { sentField, sentRows } from '../database/sent-rows.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import type { WorkerKind } from '../ledger/measures/workers.js';
import { isStatedSpell, statedSpells } from '../ledger/workers-stated.js';
import { categorySpells } from './category-spells.js';
import { columnsOf, fieldsOn, groupsOf, type Kinds, type Part } from './cross-numbers.js';

/** On which days, each under its month, in which parks and of which ventures, and by what they are counted. */
type Asked = {
  spans: readonly { month: Month; asOf: Day }[];
  parkIds: number[];
  kinds: Kinds;
  chosen: { form: string | null; industry: string | null; category: string | null };
};

/**
 * Counts the ventures of a park on a day that have stated a kind of worker since they came, as their returns stand now: where none
 * has, how many there are is not known, and not nil.
 */
export function countEverStating(reads: Reads, kind: WorkerKind, asked: Asked): Promise<Part[]> {
  const { spans, parkIds, kinds, chosen } = asked;
  const months = spans.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || parkIds.length === 0) return Promise.resolve([]);
  const sent = sentRows(spans.map(({ month, asOf }) => [month, asOf, lastWholeMonth(asOf)]));
  const month = sentField('m', 0);
  const isDated = kinds.includes('category') || chosen.category !== null;
  const spells = isDated
    ? sql`JOIN (${categorySpells(first, addMonths(last, 1))}) AS c ON c."ventureId" = v."id"
        AND c."from" <= ${month} AND ${month} < c."to"`
    : nothing;
  const fields = fieldsOn(sentField('m', 1));
  const conditions: Sql[] = [
    sql`s."parkId" IN ${listed(parkIds)}`,
    ...(chosen.form === null ? [] : [sql`${fields.form} = ${chosen.form}`]),
    ...(chosen.industry === null ? [] : [sql`${fields.industry} = ${chosen.industry}`]),
    ...(chosen.category === null ? [] : [sql`c."category" = ${chosen.category}`]),
  ];
  return rowsOf<Part>(
    reads,
    sql`SELECT s."parkId", ${month} AS "month", ${columnsOf(fields, kinds)} COUNT(*) AS "amount"
      FROM ${sent} AS m
      JOIN "Residency" s ON ${holdsOn('s', sentField('m', 1))}
      JOIN "Venture" v ON v."id" = s."ventureId"
      JOIN (${statedSpells(kind)}) AS f ON f."ventureId" = s."ventureId"
        AND ${isStatedSpell(sql`f`, { month: sentField('m', 2), day: sentField('m', 1) })} ${spells}
      WHERE ${join(conditions, ' AND ')}
      GROUP BY ${groupsOf(fields, kinds)} s."parkId", ${month}`,
  );
}

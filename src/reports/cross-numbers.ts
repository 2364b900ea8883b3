import {
  addMonths,
  type Day,
  endOfMonth,
  firstOf,
  type Month,
  monthsBetween,
} from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import type { Dimension } from '../ledger/measure-definition.js';
import { type Listed, termsOf } from '../ledger/measures.js';
import { formOn, industryOn, profileSpells } from '../ledger/profile-on.js';
import { foundersCategories } from '../ledger/record-list.js';
import { categorySpells } from './category-spells.js';
import { isOfPeriod } from './counted.js';
import { type CrossQuery, dimensionsOf, isFlowOfThen } from './cross-query.js';
import { type Question, recordsSql } from './question.js';

/** A number that is as fine as the table needs: in one park, in one month or at its end, of one kind of venture. */
export type Part = {
  parkId: number;
  month: Month;
  industry?: string;
  form?: string;
  category?: string;
  amount: number;
};

/** Whether the parts are of single months. */
const isByMonth = (query: CrossQuery): boolean =>
  dimensionsOf(query).includes('month') || isFlowOfThen(query);

export type Kinds = readonly ('industry' | 'form' | 'category')[];
export const kindsIn = (dimensions: Dimension[]): Kinds =>
  (['industry', 'form', 'category'] as const).filter((kind) => dimensions.includes(kind));

/** Whether balances alone answer: nothing is asked about the ventures themselves, nor about an earlier position. */
export const isOfBalances = (query: CrossQuery): boolean =>
  kindsIn(dimensionsOf(query)).length === 0 &&
  query.position === undefined &&
  query.form === null &&
  query.industry === null &&
  query.category === null;

/** All parts of a table. Their number does not grow with the ventures; what is read for them does, but for balances. */
export async function partsOf(reads: Reads, query: CrossQuery, parkIds: number[]): Promise<Part[]> {
  if (parkIds.length === 0) return [];
  if (isOfBalances(query)) return ofBalances(reads, query, parkIds);
  const kinds = kindsIn(dimensionsOf(query));
  if (isByMonth(query)) return ofEntries(reads, query, parkIds, kinds);
  const whole = { from: firstOf(query.from), asOf: endOfMonth(query.to) };
  const parts = await ofRecords(reads, questionOf(query, parkIds, whole), kinds);
  return parts.map((part) => ({ ...part, month: query.to }));
}

export function questionOf(
  { measure, position, form, industry, category }: CrossQuery,
  parkIds: number[],
  { from, asOf }: { from: Day; asOf: Day },
): Question {
  const chosen = {
    ...(form === null ? {} : { form }),
    ...(industry === null ? {} : { industry }),
    ...(category === null ? {} : { category }),
  };
  return { measure, parkIds, from, asOf, position, chosen, stayMonths: 0 };
}

/** The measures whose entries add up to it. */
const summed = (measure: Listed): Sql => join(termsOf(measure).map(({ of }) => of));

type Change = { parkId: number | bigint; month: Month; amount: number | bigint };
/** A kind holds from a month's end to before another's: of a founder's category, and of a venture's form and industry. */
type ChangeOfKind = Change &
  Partial<Record<Kinds[number] | 'from' | 'to' | 'formFrom' | 'formTo', string>>;

async function ofBalances(reads: Reads, query: CrossQuery, parkIds: number[]): Promise<Part[]> {
  const rows = await reads.$queryRaw<
    Change[]
  >`SELECT "parkId", "month", "amount" FROM "LedgerBalance"
    WHERE "measure" IN (${summed(query.measure)}) AND "parkId" IN ${listed(parkIds)} AND "month" <= ${query.to}`;
  return addedUp(query, rows);
}

/** Entries by month and kind, in one reading however many months there are. */
async function ofEntries(
  reads: Reads,
  query: CrossQuery,
  parkIds: number[],
  kinds: Kinds,
): Promise<Part[]> {
  const { measure, position, form, industry, category, to } = query;
  const isDated = kinds.includes('category') || category !== null;
  const [first, end] = [isOfMonths(query) ? query.from : to, addMonths(to, 1)];
  const spells = isDated
    ? sql`JOIN (${categorySpells(first, end)}) AS c ON c."ventureId" = e."ventureId"`
    : nothing;
  const isOfProfiles =
    kinds.some((kind) => kind !== 'category') || form !== null || industry !== null;
  const profiles = isOfProfiles
    ? sql`JOIN (${profileSpells}) AS v ON v."ventureId" = e."ventureId"`
    : nothing;
  const when = join(
    [
      isDated ? sql`c."from", c."to",` : nothing,
      isOfProfiles ? sql`v."formFrom", v."formTo",` : nothing,
    ],
    ' ',
  );
  const conditions = [
    sql`e."measure" IN (${summed(measure)})`,
    sql`e."parkId" IN ${listed(parkIds)}`,
    sql`e."effectiveOn" <= ${endOfMonth(to)}`,
    ...(position === undefined ? [] : [sql`e."position" <= ${position}`]),
    ...(form === null ? [] : [sql`v."legalForm" = ${form}`]),
    ...(industry === null ? [] : [sql`v."industry" = ${industry}`]),
    ...(category === null ? [] : [sql`c."category" = ${category}`]),
  ];
  const rows = await reads.$queryRaw<ChangeOfKind[]>`
    SELECT e."parkId", SUBSTR(e."effectiveOn", 1, 7) AS "month", ${columnsOf(inSpells, kinds)} ${when}
      SUM(e."amount") AS "amount"
    FROM "LedgerEntry" e ${profiles} ${spells}
    WHERE ${join(conditions, ' AND ')} GROUP BY e."parkId", ${groupsOf(inSpells, kinds)} ${when} 2`;
  return addedUp(query, rows);
}

/** Whether categories are those of each month's end, rather than of the end of all. */
const isOfMonths = (query: CrossQuery): boolean => dimensionsOf(query).includes('month');

/** Records by kind; of those in one category by their categories, only that one. */
async function ofRecords(
  reads: Reads,
  question: Question,
  kinds: Kinds,
): Promise<Omit<Part, 'month'>[]> {
  const categories = kinds.includes('category')
    ? sql`JOIN (${foundersCategories(question.asOf)}) AS c ON c."ventureId" = x."ventureId"`
    : nothing;
  const category = question.chosen?.category;
  const isOne = kinds.includes('category') && category !== undefined;
  const only = isOne ? sql`WHERE c."category" = ${category}` : nothing;
  const fields = fieldsOn(question.asOf);
  const rows = await reads.$queryRaw<
    (Omit<Part, 'month' | 'amount'> & { amount: number | bigint })[]
  >`
    SELECT x."parkId", ${columnsOf(fields, kinds)} SUM(x."amount") AS "amount"
    FROM (${recordsSql(question)}) AS x LEFT JOIN "Venture" v ON v."id" = x."ventureId" ${categories}
    ${only} GROUP BY ${groupsOf(fields, kinds)} x."parkId"`;
  return rows.map((row) => ({ ...row, parkId: Number(row.parkId), amount: Number(row.amount) }));
}

type Fields = Record<Kinds[number], Sql>;
const inSpells: Fields = {
  industry: sql`v."industry"`,
  form: sql`v."legalForm"`,
  category: sql`c."category"`,
};
/** A venture `v` by its kinds on a day, with its founders' categories `c`. */
export const fieldsOn = (day: Sql | Day): Fields => ({
  industry: industryOn(day),
  form: formOn(day),
  category: inSpells.category,
});
const names: Record<Kinds[number], Sql> = {
  industry: sql`"industry"`,
  form: sql`"form"`,
  category: sql`"category"`,
};
export const columnsOf = (fields: Fields, kinds: Kinds): Sql =>
  kinds.length === 0
    ? nothing
    : sql`${join(kinds.map((kind) => sql`${fields[kind]} AS ${names[kind]}`))},`;
export const groupsOf = (fields: Fields, kinds: Kinds): Sql =>
  kinds.length === 0 ? nothing : sql`${join(kinds.map((kind) => fields[kind]))},`;

/** What each month changed, as the parts of the table: a level at each month's end, or what a month had. */
function addedUp(query: CrossQuery, rows: ChangeOfKind[]): Part[] {
  const { from, to } = query;
  const isFlow = isOfPeriod(query.measure);
  const groups = new Map<string, ChangeOfKind[]>();
  for (const row of rows) {
    const key = `${row.parkId} ${row.industry ?? ''} ${row.form ?? ''} ${row.category ?? ''}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const { parkId, ...first } = group[0] as ChangeOfKind;
    const kind = kindOf(first);
    const part = (month: Month, first: Month | null) => ({
      ...kind,
      parkId: Number(parkId),
      month,
      amount: group
        .filter((row) => row.month <= month && (first === null || row.month >= first))
        .filter((row) => holdsAt(row, isOfMonths(query) ? month : to))
        .reduce((sum, row) => sum + Number(row.amount), 0),
    });
    return isByMonth(query)
      ? monthsBetween(from, to).map((month) => part(month, isFlow ? month : null))
      : [part(to, isFlow ? from : null)];
  });
}

const holdsAt = ({ from, to, formFrom, formTo }: ChangeOfKind, month: Month): boolean =>
  isWithin(month, from, to) && isWithin(month, formFrom, formTo);

const isWithin = (month: Month, from: string | undefined, to: string | undefined): boolean =>
  from === undefined || to === undefined || (from <= month && month < to);

/** The kinds that a table has. */
const kindOf = (row: Omit<ChangeOfKind, 'parkId'>): Pick<Part, Kinds[number]> =>
  Object.fromEntries(
    (['industry', 'form', 'category'] as const).flatMap((kind) => {
      const value = row[kind];
      return value === undefined ? [] : [[kind, value]];
    }),
  );

import { addDays, type Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { joinInOrder } from '../database/sent-rows.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import { contains, foundId, isFound, searchFor, searchIndex } from '../database/text-search.js';
import { levelSql } from '../ledger/level-of.js';
import { formOn, industryOn, tradeOn } from '../ledger/profile-on.js';
import type { FounderCategory } from '../people/categories.js';
import { isCurrentVenture, ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import type { Trade, VentureStatus } from './kinds.js';
import { boundParkIds } from './own-time.js';
import type { VentureSort } from './venture-columns.js';
import { keyOf, needsResidency } from './venture-order.js';

/** Which ventures, with parks as ids; null where something is not chosen. */
export type Selection = {
  asOf: Day;
  /** Whether the day is an earlier one: then ventures that came later are left out. */
  isPast: boolean;
  /** As `searchWordsOf` has them. */
  words: string[];
  parkIds: number[] | null;
  status: VentureStatus | null;
  industry: Industry | null;
  trade: Trade | null;
  /** By their numbers, where some were chosen one by one. */
  only: string[] | null;
  form: LegalForm | null;
  category: FounderCategory | null;
};

/** Where the ventures of a list come from, what picks them out, and the column that holds their id. */
export type Source = { from: Sql; where: Sql; id: Sql };

/**
 * The ventures of a selection that the viewer sees, each (v) with its newest residency that had begun by the day (r).
 * The client cannot ask this: its `contains` takes % and _ for wildcards, and it cannot sort by a sum.
 */
export function selected(
  viewer: Viewer,
  selection: Selection,
  sort: VentureSort = 'number',
): Source {
  if (isOfResidents(viewer, selection)) return residents(viewer, selection);
  const { match, unproved } = searchFor(selection.words);
  const stay = needsStay(selection, sort) ? newestStays(viewer, selection.asOf) : nothing;
  const conditions = [
    ...unproved.map((word) => contains(sql`v."searchText"`, word)),
    ...conditionsOf(viewer, selection),
  ];
  if (match === null) {
    // What a search finds counts: the text of any other is empty.
    const where = all([...(seesAll(viewer) ? [isCurrentVenture.sql] : []), ...conditions]);
    return { from: sql`"Venture" v ${stay}`, where, id: sql`v."id"` };
  }
  return {
    // The cross join keeps the order: first what the index finds.
    from: sql`${searchIndex} ${joinInOrder} "Venture" v ON v."id" = ${foundId} ${stay}`,
    where: all([isFound(match), ...conditions]),
    id: foundId,
  };
}

/**
 * Whether a list is of those in residence, in any park or in some: then it is read from the residencies, whose index
 * has the parks. As residencies of a venture do not overlap, the one that holds on a day is the newest begun by then.
 */
const isOfResidents = (viewer: Viewer, { status, parkIds, words }: Selection): boolean =>
  status === 'settled' && words.length === 0 && (seesAll(viewer) || parkIds !== null);

function residents(viewer: Viewer, selection: Selection): Source {
  const { asOf, parkIds } = selection;
  const [only] = parkIds ?? [];
  const inPark = parkIds?.length === 1 ? sql`= ${only}` : sql`IN ${listed(parkIds ?? [])}`;
  return {
    from: sql`"Residency" r ${joinInOrder} "Venture" v ON v."id" = r."ventureId"`,
    where: all([
      ...(parkIds === null ? [] : [sql`r."parkId" ${inPark}`]),
      sql`r."beganOn" <= ${asOf} AND (r."endedOn" IS NULL OR r."endedOn" > ${asOf})`,
      ...conditionsOf(viewer, { ...selection, parkIds: null, status: null, isPast: false }),
    ]),
    id: sql`r."ventureId"`,
  };
}

/**
 * How many ventures a selection has, where that is known without reading them: those in residence are a total of the
 * ledger, those that the index of words finds and all that there are count fast. Null for any other.
 */
export function quickCount(viewer: Viewer, selection: Selection): Sql | null {
  const { asOf, parkIds, words, status, isPast } = selection;
  const { industry, trade, form, category, only } = selection;
  if ([industry, trade, form, category, only].some((chosen) => chosen !== null)) return null;
  if (isOfResidents(viewer, selection)) return levelSql({ measure: 'ventures', parkIds, asOf });
  if (!seesAll(viewer) || status !== null || parkIds !== null || isPast) return null;
  const { match, unproved } = searchFor(words);
  if (unproved.length > 0) return null;
  return match === null
    ? sql`SELECT (SELECT COUNT(*) FROM "Venture") - (SELECT COUNT(*) FROM "VentureVoid") AS "count"`
    : sql`SELECT COUNT(*) AS "count" FROM ${searchIndex} WHERE ${isFound(match)}`;
}

/** Who sees every venture there is. */
const seesAll = ({ role }: Viewer): boolean => role === 'bureau-staff' || role === 'auditor';

const all = (conditions: Sql[]): Sql =>
  conditions.length === 0 ? sql`TRUE` : join(conditions, ' AND ');

function needsStay({ isPast, parkIds, status }: Selection, sort: VentureSort): boolean {
  const isSortedByStay = needsResidency(sort);
  return isPast || parkIds !== null || status !== null || isSortedByStay;
}

const newestStays = (viewer: Viewer, asOf: Day): Sql =>
  sql`LEFT JOIN "Residency" r ON r."ventureId" = v."id" AND r."beganOn" = ${newestStay(viewer, asOf)}`;

/** The day on which the stay began that a line speaks of: the newest, or of a venture that left the own parks, the last there. */
function newestStay(viewer: Viewer, asOf: Day): Sql {
  const newest = sql`SELECT MAX("beganOn") FROM "Residency" WHERE "ventureId" = v."id" AND "beganOn" <= ${asOf}`;
  const own = boundParkIds(viewer);
  if (own === null) return sql`(${newest})`;
  return sql`COALESCE((${newest} AND "parkId" IN ${listed(own)}), (${newest}))`;
}

function conditionsOf(viewer: Viewer, selection: Selection): Sql[] {
  const { parkIds, status, industry, trade, form, category, only, asOf, isPast } = selection;
  const conditions: (Sql | false)[] = [
    !seesAll(viewer) && ventureScope(viewer).sql,
    parkIds !== null && sql`COALESCE(r."parkId", v."loggedParkId") IN ${listed(parkIds)}`,
    status !== null && hasStatus(status, asOf),
    // What a venture is now is read by its index.
    industry !== null && sql`${isPast ? industryOn(asOf) : sql`v."industry"`} = ${industry}`,
    trade !== null && sql`${isPast ? tradeOn(asOf) : sql`v."trade"`} = ${trade}`,
    form !== null && sql`${isPast ? formOn(asOf) : sql`v."legalForm"`} = ${form}`,
    category !== null && hasFounder(category, asOf),
    only !== null && sql`v."number" IN ${listed(only)}`,
    isPast && sql`(r."id" IS NOT NULL OR v."loggedAt" < ${morrowOf(asOf)})`,
  ];
  return conditions.filter((condition) => condition !== false);
}

function hasStatus(status: VentureStatus, asOf: Day): Sql {
  if (status === 'unsettled') return sql`r."id" IS NULL`;
  if (status === 'ended') return sql`r."endedOn" <= ${asOf}`;
  return sql`(r."id" IS NOT NULL AND (r."endedOn" IS NULL OR r."endedOn" > ${asOf}))`;
}

function hasFounder(category: FounderCategory, asOf: Day): Sql {
  return sql`v."id" IN (SELECT pr."ventureId" FROM "PersonCategory" pc
    JOIN "PersonRole" pr ON pr."personId" = pc."personId" AND pr."role" = 'founder'
    WHERE pc."category" = ${category} AND ${holds('pc', asOf)} AND ${holds('pr', asOf)})`;
}

function holds(table: 'pc' | 'pr', day: Day): Sql {
  const [began, ended] =
    table === 'pc'
      ? [sql`pc."beganOn"`, sql`pc."endedOn"`]
      : [sql`pr."beganOn"`, sql`pr."endedOn"`];
  return sql`${began} <= ${day} AND (${ended} IS NULL OR ${ended} > ${day})`;
}

/** The moment at which the day is over in Zhoushan. */
const morrowOf = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00+08:00`);

/** The order of a list: what has none comes last, equal ones by number. */
export function orderOf(
  viewer: Viewer,
  {
    sort,
    isDescending,
    id,
    ...on
  }: { sort: VentureSort; isDescending: boolean; id: Sql; asOf: Day; isPast: boolean },
): Sql {
  const way = isDescending ? sql`DESC` : sql`ASC`;
  if (sort === 'number') return sql`${id} ${way}`;
  return sql`${keyOf(viewer, sort, on)} ${way} NULLS LAST, ${id} ${way}`;
}

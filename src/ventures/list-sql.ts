import { addDays, type Day } from '../calendar/days.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import type { FounderCategory } from '../people/categories.js';
import { ventureInScopeSql } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import type { VentureSort } from './filter.js';
import type { VentureStatus } from './kinds.js';
import { boundParkIds } from './own-time.js';

/** Which ventures, with parks as ids; null where something is not chosen. */
export type Selection = {
  asOf: Day;
  /** Whether the day is an earlier one: then ventures that came later are left out. */
  isPast: boolean;
  words: string[];
  parkIds: number[] | null;
  status: VentureStatus | null;
  industry: Industry | null;
  form: LegalForm | null;
  category: FounderCategory | null;
};

/**
 * The ventures of a selection that the viewer sees, each with its newest residency that had begun by the day.
 * The client cannot ask this: its `contains` takes % and _ for wildcards, and it cannot sort by a sum.
 */
export function selected(viewer: Viewer, selection: Selection, sort: VentureSort = 'number'): Sql {
  const { asOf, isPast, parkIds, status } = selection;
  const isBound = boundParkIds(viewer) !== null;
  const needsStay =
    isPast ||
    parkIds !== null ||
    status !== null ||
    sort === 'arrived' ||
    (sort === 'headcount' && isBound);
  const stay = sql`LEFT JOIN "Residency" r ON r."ventureId" = v."id" AND r."beganOn" = ${newestStay(viewer, asOf)}`;
  return sql`FROM "Venture" v ${needsStay ? stay : nothing}
    WHERE ${join(conditions(viewer, selection), ' AND ')}`;
}

/** The day on which the stay began that a line speaks of: the newest, or of a venture that left the own parks, the last there. */
function newestStay(viewer: Viewer, asOf: Day): Sql {
  const newest = sql`SELECT MAX("beganOn") FROM "Residency" WHERE "ventureId" = v."id" AND "beganOn" <= ${asOf}`;
  const own = boundParkIds(viewer);
  if (own === null) return sql`(${newest})`;
  return sql`COALESCE((${newest} AND "parkId" IN ${list(own)}), (${newest}))`;
}

function conditions(viewer: Viewer, selection: Selection): Sql[] {
  const { words, parkIds, status, industry, form, category, asOf, isPast } = selection;
  const all: (Sql | false)[] = [
    ventureInScopeSql(viewer),
    ...words.map((word) => sql`INSTR(v."searchText", ${word.toLowerCase()}) > 0`),
    parkIds !== null && sql`COALESCE(r."parkId", v."loggedParkId") IN ${list(parkIds)}`,
    status !== null && hasStatus(status, asOf),
    industry !== null && sql`v."industry" = ${industry}`,
    form !== null && sql`v."legalForm" = ${form}`,
    category !== null && hasFounder(category, asOf),
    isPast && sql`(r."id" IS NOT NULL OR v."loggedAt" < ${morrowOf(asOf)})`,
  ];
  return all.filter((condition) => condition !== false);
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

const list = (ids: number[]): Sql => (ids.length === 0 ? sql`(NULL)` : sql`(${join(ids)})`);

/** The moment at which the day is over in Zhoushan. */
const morrowOf = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00+08:00`);

/** The order of a list; equal ones by number. */
export function orderOf(
  viewer: Viewer,
  { sort, isDescending, asOf }: { sort: VentureSort; isDescending: boolean; asOf: Day },
): Sql {
  const way = isDescending ? sql`DESC` : sql`ASC`;
  const last = isDescending ? sql`NULLS LAST` : nothing;
  if (sort === 'number') return sql`v."id" ${way}`;
  return sql`${keyOf(viewer, sort, asOf)} ${way} ${last}, v."id" ${way}`;
}

function keyOf(viewer: Viewer, sort: Exclude<VentureSort, 'number'>, asOf: Day): Sql {
  if (sort === 'arrived') return sql`r."beganOn"`;
  if (sort === 'headcount') {
    const jobs = sql`(SELECT SUM("amount") FROM "LedgerEntry"
      WHERE "ventureId" = v."id" AND "measure" = 'jobs' AND "effectiveOn" <= ${asOf})`;
    const own = boundParkIds(viewer);
    if (own === null) return jobs;
    // The order would tell the headcount of one that has left.
    return sql`CASE WHEN r."parkId" IN ${list(own)} AND (r."endedOn" IS NULL OR r."endedOn" > ${asOf})
      THEN ${jobs} END`;
  }
  // Where searchTextOf puts the pinyin of the name: after the number, the code and the name.
  return sql`SUBSTR(v."searchText",
    LENGTH(v."number") + LENGTH(COALESCE(v."creditCode", '')) + LENGTH(v."name") + 4)`;
}

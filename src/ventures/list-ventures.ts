import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { asJson, jsonRows, jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import { formOn, industryOn, tradeOn } from '../ledger/profile-on.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkSql } from '../people/whereabouts.js';
import { isDescending } from '../web/list-columns.js';
import type { VentureFilter } from './filter.js';
import { jobsBy } from './headcounts.js';
import { orderOf, quickCount, type Selection, selected } from './list-sql.js';
import { boundParkIds, staysRead } from './own-time.js';
import { ventureColumns } from './venture-columns.js';

export const venturesOnAPage = 50;
/** A larger one costs as much for each venture, and keeps others waiting longer while it is presented. */
const exportBatch = 1000;

/** Where and since when; ended on a day for a reason, or not. */
type Stay = { parkId: number; beganOn: Day; endedOn: Day | null; endReason: string | null };
type Founder = {
  name: string;
  categories: { category: string; beganOn: Day; endedOn: Day | null }[];
};

type Own = {
  id: number;
  number: string;
  name: string;
  legalForm: string;
  creditCode: string | null;
  industry: string;
  trade: string | null;
  registeredOn: Day | null;
  phone: string | null;
  loggedParkId: number;
  /** The park that keeps its records now, whatever the day of the list. */
  homeParkId: number;
};

/** A venture as a line of the list: its residencies begun by the day, newest first, its founders, its jobs. */
export type VentureLine = Own & {
  residencies: Stay[];
  founders: Founder[];
  /** What it adds to the jobs of the day; null where it has never reported, which is not the same as zero. */
  headcount: number | null;
};

type Wanted = Pick<VentureFilter, 'sort' | 'order' | 'page'>;

/** One page of the ventures of a selection, and how many there are; beyond the last page stands the last. */
export async function listVentures(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  filter: Wanted,
): Promise<{ lines: VentureLine[]; total: number }> {
  const { ids, total } = await pageOf(reads, viewer, selection, filter);
  return { lines: await linesOf(reads, viewer, ids, selection), total };
}

/** Where all must be read to count them, the page and the count come from one reading. */
async function pageOf(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  filter: Wanted,
): Promise<{ ids: number[]; total: number }> {
  const counting = quickCount(viewer, selection);
  if (counting === null) {
    const rows = await pageRows(
      reads,
      viewer,
      selection,
      filter,
      sql`, COUNT(*) OVER () AS "total"`,
    );
    const [first] = rows;
    if (first) return { ids: rows.map(({ id }) => id), total: first.total as number };
    if (filter.page === 1) return { ids: [], total: 0 };
  }
  const total = await countVentures(reads, viewer, selection);
  const last = Math.max(1, Math.ceil(total / venturesOnAPage));
  const page = Math.min(filter.page, last);
  const rows = await pageRows(reads, viewer, selection, { ...filter, page }, nothing);
  return { ids: rows.map(({ id }) => id), total };
}

function pageRows(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  filter: Wanted,
  more: Sql,
): Promise<{ id: number; total?: number }[]> {
  const { sort, page } = filter;
  const { from, where, id } = selected(viewer, selection, sort);
  const order = orderIn(viewer, selection, filter, id);
  return rowsOf(
    reads,
    sql`SELECT ${id} AS "id" ${more} FROM ${from} WHERE ${where}
      ORDER BY ${order} LIMIT ${venturesOnAPage} OFFSET ${(page - 1) * venturesOnAPage}`,
  );
}

function orderIn(
  viewer: Viewer,
  { asOf, isPast }: Selection,
  filter: Pick<Wanted, 'sort' | 'order'>,
  id: Sql,
): Sql {
  const { sort } = filter;
  return orderOf(viewer, {
    sort,
    isDescending: isDescending(ventureColumns, filter),
    asOf,
    isPast,
    id,
  });
}

export async function countVentures(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
): Promise<number> {
  const { from, where } = selected(viewer, selection);
  const counting =
    quickCount(viewer, selection) ?? sql`SELECT COUNT(*) AS "count" FROM ${from} WHERE ${where}`;
  const [row] = await rowsOf<{ count: number }>(reads, counting);
  return row?.count ?? 0;
}

/**
 * All ventures of a selection in the order of the list, a batch at a time. Which they are is asked once, so that a batch
 * costs the same wherever it stands.
 */
export async function* everyVenture(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  filter: Pick<Wanted, 'sort' | 'order'>,
): AsyncGenerator<VentureLine[]> {
  const { from, where, id } = selected(viewer, selection, filter.sort);
  const order = orderIn(viewer, selection, filter, id);
  const ids = await idsOf(
    reads,
    sql`(SELECT ${id} AS "id" FROM ${from} WHERE ${where} ORDER BY ${order})`,
  );
  for (let at = 0; at < ids.length; at += exportBatch)
    yield await linesOf(reads, viewer, ids.slice(at, at + exportBatch), selection);
}

/** The ids that a question finds, in its order, as one text: a quarter of a million are two megabytes. */
async function idsOf(reads: Reads, from: Sql): Promise<number[]> {
  const [row] = await rowsOf<{ ids: string }>(
    reads,
    sql`SELECT ${jsonValues(sql`"id"`, from)} AS "ids"`,
  );
  return JSON.parse(row?.ids ?? '[]');
}

type LineRow = Own & { residencies: string; founders: string; headcount: number | null };

const profileNow = sql`v."legalForm", v."industry", v."trade"`;
const profileOn = (day: Day): Sql =>
  sql`${formOn(day)} AS "legalForm", ${industryOn(day)} AS "industry", ${tradeOn(day)} AS "trade"`;

/** The lines of ventures that were selected for the viewer, in that order, in one question. */
async function linesOf(
  reads: Reads,
  viewer: Viewer,
  ids: number[],
  { asOf, isPast }: Selection,
): Promise<VentureLine[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf<LineRow>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."creditCode", v."registeredOn", ${isPast ? profileOn(asOf) : profileNow},
      v."phone", v."loggedParkId", ${homePark} AS "homeParkId", ${staysBy(asOf)} AS "residencies", ${founders} AS "founders",
      ${jobsBy(asOf)} AS "headcount"
    FROM "Venture" v WHERE v."id" IN ${listed(ids)}`,
  );
  const lineOf = new Map(rows.map((row) => [row.id, lineFrom(viewer, row, asOf)]));
  return ids.flatMap((id) => lineOf.get(id) ?? []);
}

/** Of a venture that has left the viewer's parks by the day, its stays there and no headcount. */
function lineFrom(
  viewer: Viewer,
  { residencies, founders, headcount, ...own }: LineRow,
  asOf: Day,
): VentureLine {
  const stays: Stay[] = JSON.parse(residencies);
  const isRead = headcount !== null && isThere(viewer, stays, asOf);
  return {
    ...own,
    founders: JSON.parse(founders),
    residencies: staysRead(viewer, { loggedParkId: own.loggedParkId, residencies: stays }),
    headcount: isRead ? headcount : null,
  };
}

/** Whether the venture is on the day in a park whose headcounts the viewer reads. */
function isThere(viewer: Viewer, stays: Stay[], asOf: Day): boolean {
  const parkIds = boundParkIds(viewer);
  if (parkIds === null) return true;
  return stays.some(
    ({ parkId, endedOn }) => parkIds.includes(parkId) && (endedOn === null || endedOn > asOf),
  );
}

const homePark = homeParkSql(sql`v`);

const staysBy = (asOf: Day): Sql =>
  jsonRows(
    ['parkId', 'beganOn', 'endedOn', 'endReason'],
    sql`(SELECT * FROM "Residency" WHERE "ventureId" = v."id" AND "beganOn" <= ${asOf} ORDER BY "beganOn" DESC)`,
  );

const categories = jsonRows(
  ['category', 'beganOn', 'endedOn'],
  sql`"PersonCategory" WHERE "personId" = p."id"`,
);
const founders = jsonRows(
  { name: sql`"name"`, categories: asJson(sql`"categories"`) },
  sql`(SELECT p."name", ${categories} AS "categories"
    FROM "PersonRole" o JOIN "Person" p ON p."id" = o."personId"
    WHERE o."ventureId" = v."id" AND o."role" = 'founder' GROUP BY p."id" ORDER BY MIN(o."id"))`,
);

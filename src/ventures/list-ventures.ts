import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { isDescending, type VentureFilter } from './filter.js';
import { jobsBy } from './headcounts.js';
import { orderOf, type Selection, selected } from './list-sql.js';
import { boundParkIds, staysRead } from './own-time.js';

export const venturesOnAPage = 50;
/** A larger one is hardly faster, and what a batch takes is taken once by each thread that reads. */
const exportBatch = 200;

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

/** One page of the ventures of a selection, and how many there are; beyond the last page stands the last. */
export async function listVentures(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  filter: Pick<VentureFilter, 'sort' | 'order' | 'page'>,
): Promise<{ lines: VentureLine[]; total: number }> {
  const total = await countVentures(reads, viewer, selection);
  const last = Math.max(1, Math.ceil(total / venturesOnAPage));
  const offset = (Math.min(filter.page, last) - 1) * venturesOnAPage;
  const order = orderOf(viewer, {
    sort: filter.sort,
    isDescending: isDescending(filter),
    asOf: selection.asOf,
  });
  const ids = await idsOf(
    reads,
    sql`${selected(viewer, selection, filter.sort)}
      ORDER BY ${order} LIMIT ${venturesOnAPage} OFFSET ${offset}`,
  );
  return { lines: await linesOf(reads, viewer, ids, selection.asOf), total };
}

export async function countVentures(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
): Promise<number> {
  const [row] = await reads.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" ${selected(viewer, selection)}`;
  return Number(row?.count ?? 0);
}

/** All ventures of a selection in the order of their logging, a batch at a time: each begins where the last ended. */
export async function* everyVenture(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
): AsyncGenerator<VentureLine[]> {
  for (let after = 0; ; ) {
    const ids = await idsOf(
      reads,
      sql`${selected(viewer, selection)} AND v."id" > ${after}
        ORDER BY v."id" LIMIT ${exportBatch}`,
    );
    const last = ids.at(-1);
    if (last === undefined) return;
    yield await linesOf(reads, viewer, ids, selection.asOf);
    after = last;
  }
}

async function idsOf(reads: Reads, fromWhere: Sql): Promise<number[]> {
  const rows = await reads.$queryRaw<{ id: number | bigint }[]>`SELECT v."id" AS "id" ${fromWhere}`;
  return rows.map((row) => Number(row.id));
}

type LineRow = Own & { residencies: string; founders: string; headcount: number | bigint | null };

/** The lines of ventures that were selected for the viewer, in that order, in one question. */
async function linesOf(
  reads: Reads,
  viewer: Viewer,
  ids: number[],
  asOf: Day,
): Promise<VentureLine[]> {
  if (ids.length === 0) return [];
  const rows = await reads.$queryRaw<LineRow[]>`
    SELECT v."id", v."number", v."name", v."legalForm", v."creditCode", v."industry", v."trade", v."registeredOn",
      v."phone", v."loggedParkId", ${homePark} AS "homeParkId", ${staysBy(asOf)} AS "residencies", ${founders} AS "founders",
      ${jobsBy(asOf)} AS "headcount"
    FROM "Venture" v WHERE v."id" IN (${join(ids)})`;
  const lineOf = new Map(rows.map((row) => [Number(row.id), lineFrom(viewer, row, asOf)]));
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
    homeParkId: Number(own.homeParkId),
    founders: JSON.parse(founders),
    residencies: staysRead(viewer, { loggedParkId: own.loggedParkId, residencies: stays }),
    headcount: isRead ? Number(headcount) : null,
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

const homePark = sql`COALESCE((SELECT "parkId" FROM "Residency" WHERE "ventureId" = v."id"
  ORDER BY "beganOn" DESC LIMIT 1), v."loggedParkId")`;

const staysBy = (asOf: Day): Sql => sql`(
  SELECT json_group_array(json_object('parkId', "parkId", 'beganOn', "beganOn", 'endedOn', "endedOn",
    'endReason', "endReason"))
  FROM (SELECT * FROM "Residency" WHERE "ventureId" = v."id" AND "beganOn" <= ${asOf} ORDER BY "beganOn" DESC))`;

const founders = sql`(
  SELECT json_group_array(json_object('name', "name", 'categories', json("categories")))
  FROM (SELECT p."name", (SELECT json_group_array(json_object('category', "category", 'beganOn', "beganOn",
      'endedOn', "endedOn")) FROM "PersonCategory" WHERE "personId" = p."id") AS "categories"
    FROM "PersonRole" o JOIN "Person" p ON p."id" = o."personId"
    WHERE o."ventureId" = v."id" AND o."role" = 'founder' GROUP BY p."id" ORDER BY MIN(o."id")))`;

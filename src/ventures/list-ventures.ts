import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { type Sql, sql } from '../database/sql.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { isDescending, type VentureFilter } from './filter.js';
import { headcountsOf } from './headcounts.js';
import { orderOf, type Selection, selected } from './list-sql.js';

export const venturesOnAPage = 50;
/** A larger one is hardly faster, and what a batch takes is taken once by each thread that reads. */
const exportBatch = 200;

const withLine = (asOf: Day) =>
  ({
    residencies: { where: { beganOn: { lte: asOf } }, orderBy: { beganOn: 'desc' } },
    roles: {
      where: { role: 'founder' },
      select: {
        person: {
          select: {
            id: true,
            name: true,
            categories: { select: { category: true, beganOn: true, endedOn: true } },
          },
        },
      },
      orderBy: { id: 'asc' },
    },
  }) as const satisfies Prisma.VentureInclude;

type Line = Prisma.VentureGetPayload<{ include: ReturnType<typeof withLine> }>;
/** A venture as a line of the list: its residencies begun by the day, newest first, its founders, its jobs. */
export type VentureLine = Line & { headcount: number | null };

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
  const order = orderOf(filter.sort, isDescending(filter), selection.asOf);
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

async function linesOf(
  reads: Reads,
  viewer: Viewer,
  ids: number[],
  asOf: Day,
): Promise<VentureLine[]> {
  const rows = await reads.venture.findMany({
    where: { AND: [venturesInScope(viewer), { id: { in: ids } }] },
    include: withLine(asOf),
  });
  const headcounts = await headcountsOf(reads, ids, asOf);
  const lineOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = lineOf.get(id);
    return row ? [{ ...row, headcount: headcounts.get(id) ?? null }] : [];
  });
}

import { z } from 'zod';
import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { type Sql, sql } from '../../database/sql.js';
import type { Viewer } from '../../people/viewer.js';
import type { QueueFilter, QueueTab } from './queue-filter.js';
import { orderOf } from './queue-order.js';
import { type QueueQuery, selected, tabCounts, tabsOf } from './queue-selection.js';

export const casesOnAPage = 50;
const exportBatch = 500;

const line = {
  id: true,
  number: true,
  version: true,
  state: true,
  stateSince: true,
  policyId: true,
  parkId: true,
  personId: true,
  begunById: true,
  submittedAt: true,
  dueOn: true,
  determineBy: true,
  noticeTo: true,
  pausedFrom: true,
  pausedTo: true,
  claimedById: true,
  claimedBy: { select: { name: true } },
  corrections: true,
  venture: { select: { number: true, name: true } },
  person: { select: { name: true } },
  park: { select: { number: true, nameZh: true, nameEn: true } },
} as const satisfies Prisma.WaiverApplicationSelect;
/** A case as a line of the queue. */
export type QueueLine = Prisma.WaiverApplicationGetPayload<{ select: typeof line }> & {
  /** On notice, and an objection waits for its answer. */
  isObjectedTo: boolean;
};

/** One page of a tab in the order that was asked for, and how many cases every tab holds; beyond the last page stands the last. */
export async function listQueue(
  reads: Reads,
  viewer: Viewer,
  {
    page,
    order,
    ...query
  }: QueueQuery & { page: number; order: Pick<QueueFilter, 'sort' | 'order'> },
): Promise<{ lines: QueueLine[]; counts: Map<QueueTab, number> }> {
  const [row = {}] = await reads.$queryRaw<Record<string, number | bigint>[]>(
    tabCounts(viewer, query),
  );
  const counts = new Map(tabsOf(viewer).map((tab) => [tab, Number(row[tab] ?? 0)]));
  const last = Math.max(1, Math.ceil((counts.get(query.tab) ?? 0) / casesOnAPage));
  const offset = (Math.min(page, last) - 1) * casesOnAPage;
  const ids = await idsOf(
    reads,
    sql`${selected(viewer, query)}
      ORDER BY ${orderOf(order)} LIMIT ${casesOnAPage} OFFSET ${offset}`,
  );
  return { lines: await linesIn(reads, ids), counts };
}

async function idsOf(reads: Reads, statement: Sql): Promise<number[]> {
  const rows = await reads.$queryRaw<{ id: number | bigint }[]>(sql`SELECT a."id" ${statement}`);
  return rows.map(({ id }) => Number(id));
}

async function linesIn(reads: Reads, ids: number[]): Promise<QueueLine[]> {
  if (ids.length === 0) return [];
  const lines = await reads.waiverApplication.findMany({
    where: { id: { in: ids } },
    select: line,
  });
  const onNotice = lines.filter(({ state }) => state === 'notice').map(({ id }) => id);
  const objectedTo = await objectedToOf(reads, onNotice);
  const lineOf = new Map(
    lines.map((row) => [row.id, { ...row, isObjectedTo: objectedTo.has(row.id) }]),
  );
  return ids.flatMap((id) => lineOf.get(id) ?? []);
}

/** Which of these cases an open objection is against. */
async function objectedToOf(reads: Reads, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await reads.objection.findMany({
    where: { state: 'open', applicationId: { in: ids } },
    select: { applicationId: true },
  });
  return new Set(rows.map(({ applicationId }) => applicationId));
}

export async function countQueue(reads: Reads, viewer: Viewer, query: QueueQuery): Promise<number> {
  const [row] = await reads.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" ${selected(viewer, query)}`;
  return Number(row?.count ?? 0);
}

/** All cases of a tab in the order of the list, a batch at a time. Which they are is asked once. */
export async function* everyCase(
  reads: Reads,
  viewer: Viewer,
  { order, ...query }: QueueQuery & { order: Pick<QueueFilter, 'sort' | 'order'> },
): AsyncGenerator<QueueLine[]> {
  const ids = await idsOf(reads, sql`${selected(viewer, query)} ORDER BY ${orderOf(order)}`);
  for (let at = 0; at < ids.length; at += exportBatch)
    yield await linesIn(reads, ids.slice(at, at + exportBatch));
}

/** All that a list reads of the rules. */
const Named = z.object({ name: z.object({ zh: z.string(), en: z.string() }) });

/** What policies are called, by the newest of their versions that was put in force. */
export async function policyNames(reads: Reads) {
  const rows = await reads.policyVersion.findMany({
    where: { putInForceAt: { not: null } },
    orderBy: { number: 'asc' },
    include: { policy: { select: { code: true } } },
  });
  return new Map(
    rows.map(({ policyId, policy, rules }) => [
      policyId,
      { code: policy.code, name: Named.parse(rules).name },
    ]),
  );
}
export type PolicyNames = Awaited<ReturnType<typeof policyNames>>;

import { z } from 'zod';
import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Viewer } from '../../people/viewer.js';
import type { QueueFilter, QueueTab } from './queue-filter.js';
import { queueWhere, tabsOf } from './queue-selection.js';

export const casesOnAPage = 50;
const exportBatch = 500;

const line = {
  ...{ id: true, number: true, version: true, state: true, stateSince: true, policyId: true },
  ...{ parkId: true, personId: true, begunById: true, submittedAt: true, dueOn: true },
  ...{ determineBy: true, noticeTo: true, claimedById: true, corrections: true },
  venture: { select: { number: true, name: true } },
  person: { select: { name: true } },
  park: { select: { number: true, nameZh: true, nameEn: true } },
} as const satisfies Prisma.WaiverApplicationSelect;
/** A case as a line of the queue. */
export type QueueLine = Prisma.WaiverApplicationGetPayload<{ select: typeof line }>;

const byDueDay = [
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
] as const satisfies Prisma.WaiverApplicationOrderByWithRelationInput[];

/** One page of a tab by the day that is due, and how many cases every tab holds; beyond the last page stands the last. */
export async function listQueue(
  reads: Reads,
  viewer: Viewer,
  { filter, tab, now }: { filter: QueueFilter; tab: QueueTab; now: Date },
): Promise<{ lines: QueueLine[]; counts: Map<QueueTab, number> }> {
  const countOf = async (one: QueueTab) => {
    const where = queueWhere(viewer, one, filter, now);
    return [one, await reads.waiverApplication.count({ where })] as const;
  };
  const counts = new Map(await Promise.all(tabsOf(viewer).map(countOf)));
  const last = Math.max(1, Math.ceil((counts.get(tab) ?? 0) / casesOnAPage));
  const lines = await reads.waiverApplication.findMany({
    where: queueWhere(viewer, tab, filter, now),
    select: line,
    orderBy: [...byDueDay],
    skip: (Math.min(filter.page, last) - 1) * casesOnAPage,
    take: casesOnAPage,
  });
  return { lines, counts };
}

/** All cases of a tab, a batch at a time, in the order of their numbers. */
export async function* everyCase(
  reads: Reads,
  where: Prisma.WaiverApplicationWhereInput,
): AsyncGenerator<QueueLine[]> {
  for (let after = 0; ; ) {
    const lines = await reads.waiverApplication.findMany({
      where: { AND: [where, { id: { gt: after } }] },
      ...{ select: line, orderBy: { id: 'asc' }, take: exportBatch },
    });
    const last = lines.at(-1);
    if (last === undefined) return;
    yield lines;
    after = last.id;
  }
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

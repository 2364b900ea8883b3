import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Viewer } from '../people/viewer.js';
import { canSeeOutbox } from './permissions.js';

export const messagesOnAPage = 20;
export const states = ['sent', 'waiting', 'failed'] as const;
export type State = (typeof states)[number];

const select = {
  id: true,
  key: true,
  values: true,
  href: true,
  createdAt: true,
  readAt: true,
} as const satisfies Prisma.OutboxMessageSelect;
export type OwnMessage = Prisma.OutboxMessageGetPayload<{ select: typeof select }>;

/** What messages are about, each by how the keys of its words begin; what is of none of these is about an account. */
export const topics = ['cases', 'returns', 'ventures', 'payments', 'reports', 'account'] as const;
export type Topic = (typeof topics)[number];
const beginningsOf: Record<Exclude<Topic, 'account'>, readonly string[]> = {
  cases: ['waivers.', 'subsidy.waivers.'],
  returns: ['returns.'],
  ventures: ['ventures.'],
  payments: ['payments.'],
  reports: ['reports.'],
};

const beginWith = (beginnings: readonly string[]): Prisma.OutboxMessageWhereInput => ({
  OR: beginnings.map((startsWith) => ({ key: { startsWith } })),
});
const isAbout = (topic: Topic): Prisma.OutboxMessageWhereInput =>
  topic === 'account'
    ? { NOT: beginWith(Object.values(beginningsOf).flat()) }
    : beginWith(beginningsOf[topic]);

/** What of the viewer's own messages is asked for. */
export type OwnFilter = { isUnread: boolean; about: Topic | null };

/** One page of the viewer's own messages, the newest first. */
export async function ownMessages(
  reads: Reads,
  { accountId }: Viewer,
  { isUnread, about, page }: OwnFilter & { page: number },
): Promise<{ rows: OwnMessage[]; total: number }> {
  const where: Prisma.OutboxMessageWhereInput = {
    AND: [{ accountId }, isUnread ? { readAt: null } : {}, about ? isAbout(about) : {}],
  };
  const total = await reads.outboxMessage.count({ where });
  return {
    total,
    rows: await reads.outboxMessage.findMany({ where, select, ...part(page, total) }),
  };
}

/** The newest of the viewer's own that were not read yet, and how many there are. */
export async function unreadMessages(
  reads: Reads,
  { accountId }: Viewer,
  take: number,
): Promise<{ rows: OwnMessage[]; total: number }> {
  const where = { accountId, readAt: null };
  const rows = await reads.outboxMessage.findMany({ where, select, orderBy: { id: 'desc' }, take });
  const total = rows.length < take ? rows.length : await reads.outboxMessage.count({ where });
  return { rows, total };
}

/** One of the viewer's own messages; anybody else's is not there. */
export const findMessage = (
  reads: Reads,
  { accountId }: Viewer,
  id: number,
): Promise<OwnMessage | null> =>
  reads.outboxMessage.findFirst({ where: { id, accountId }, select });

export const countUnread = (reads: Reads, { accountId }: Viewer): Promise<number> =>
  reads.outboxMessage.count({ where: { accountId, readAt: null } });

/** What is shown of a message without its reader: nothing that stands in it. */
const outside = {
  id: true,
  key: true,
  phone: true,
  createdAt: true,
  attempts: true,
  nextTryAt: true,
  sentAt: true,
  lastError: true,
  account: { select: { name: true, username: true } },
  person: { select: { name: true, number: true } },
} as const satisfies Prisma.OutboxMessageSelect;
export type SentMessage = Prisma.OutboxMessageGetPayload<{ select: typeof outside }>;

const inState: Record<State, Prisma.OutboxMessageWhereInput> = {
  sent: { sentAt: { not: null } },
  waiting: { nextTryAt: { not: null } },
  failed: { sentAt: null, nextTryAt: null },
};

/** One page of all messages, the newest first: nothing for who does not see the outbox. */
export async function allMessages(
  reads: Reads,
  viewer: Viewer,
  { state, page }: { state: State | null; page: number },
): Promise<{ rows: SentMessage[]; total: number }> {
  const where = {
    AND: [canSeeOutbox(viewer) ? {} : { id: { in: [] } }, state ? inState[state] : {}],
  };
  const total = await reads.outboxMessage.count({ where });
  const rows = await reads.outboxMessage.findMany({
    where,
    select: outside,
    ...part(page, total),
  });
  return { rows, total };
}

/** Beyond the last page stands the last page, as its links say. */
function part(page: number, total: number) {
  const last = Math.max(1, Math.ceil(total / messagesOnAPage));
  const skip = (Math.min(page, last) - 1) * messagesOnAPage;
  return { orderBy: { id: 'desc' }, skip, take: messagesOnAPage } as const;
}

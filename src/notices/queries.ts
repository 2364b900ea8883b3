import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { stands } from '../waivers/notice.js';

export const noticesOnAPage = 50;

const include = {
  person: { select: { name: true } },
  venture: { select: { name: true, isNamed: true } },
  park: true,
  policyVersion: { include: { policy: { select: { code: true } } } },
  steps: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.WaiverApplicationInclude;
export type NoticedCase = Prisma.WaiverApplicationGetPayload<{ include: typeof include }>;

/** On notice on a day, and while the notice stands for an objection. */
const onNotice = (on: Day): Prisma.WaiverApplicationWhereInput => ({
  state: 'notice',
  OR: [{ noticeTo: { gt: on } }, { pausedFrom: { not: null }, pausedTo: null }],
});

export const countNotices = (reads: Reads, on: Day): Promise<number> =>
  reads.waiverApplication.count({ where: onNotice(on) });

/** The cases on public notice (公示中), those that end first first. */
export const findNotices = (reads: Reads, on: Day, offset: number): Promise<NoticedCase[]> =>
  reads.waiverApplication.findMany({
    where: onNotice(on),
    include,
    orderBy: [{ noticeTo: 'asc' }, { id: 'asc' }],
    skip: offset,
    take: noticesOnAPage,
  });

/** One of them by its number, or null. */
export const findNotice = (reads: Reads, on: Day, number: string): Promise<NoticedCase | null> =>
  reads.waiverApplication.findFirst({ where: { number, ...onNotice(on) }, include });

/** What was typed of an objection whose phone is not proven yet, by its ticket; null where there is none. */
export async function findDraft(
  reads: Reads,
  { number, ticket }: { number: string; ticket: string },
): Promise<{ ground: string; text: string; name: string; phone: string } | null> {
  const draft = await reads.objectionDraft.findFirst({
    where: { ticket, application: { number } },
    include: { code: { select: { phone: true } } },
  });
  if (draft === null) return null;
  const { ground, text, name, code } = draft;
  return { ground, text, name, phone: code.phone };
}

const aDay = 24 * 3_600_000;

/**
 * Number and code of an objection for who has just made it, by its ticket, and whether its notice stands for it; null where there
 * is none, or after a day.
 */
export async function findFiled(
  reads: Reads,
  { number, ticket, now }: { number: string; ticket: string; now: Date },
): Promise<{
  number: string;
  checkCode: string;
  provenAt: Date | null;
  stands: boolean;
} | null> {
  const pause = { select: { pausedFrom: true, pausedTo: true } } as const;
  const filed = await reads.objection.findFirst({
    where: { ticket, at: { gt: new Date(now.getTime() - aDay) }, application: { number } },
    select: { number: true, checkCode: true, provenAt: true, stops: true, application: pause },
  });
  if (filed === null) return null;
  const { application, stops, ...own } = filed;
  return { ...own, stands: stops && stands(application) };
}

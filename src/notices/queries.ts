import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

export const noticesOnAPage = 50;

const include = {
  person: { select: { name: true } },
  venture: { select: { name: true, isNamed: true } },
  park: true,
  policyVersion: { include: { policy: { select: { code: true } } } },
  steps: { orderBy: { id: 'asc' } },
  objections: { where: { state: 'open' }, select: { id: true } },
} as const satisfies Prisma.WaiverApplicationInclude;
export type NoticedCase = Prisma.WaiverApplicationGetPayload<{ include: typeof include }>;

/** On notice on a day; one with an open objection stays until it is answered. */
const onNotice = (on: Day): Prisma.WaiverApplicationWhereInput => ({
  state: 'notice',
  OR: [{ noticeTo: { gt: on } }, { objections: { some: { state: 'open' } } }],
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

import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

/** Waivers whose rent is not taken back altogether, each with the number of its case. */
export async function countingWaivers(reads: Reads, where: Prisma.WaiverWhereInput) {
  const waivers = await reads.waiver.findMany({
    where,
    include: { months: { select: { fen: true } }, application: { select: { number: true } } },
    orderBy: { id: 'asc' },
  });
  return waivers.filter(({ months }) => months.reduce((sum, { fen }) => sum + fen, 0) !== 0);
}

import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Viewer } from '../../people/viewer.js';

const withLines = {
  region: true,
  madeBy: { select: { name: true } },
  releasedBy: { select: { name: true } },
  cancelledBy: { select: { name: true } },
  lines: {
    orderBy: { id: 'asc' },
    include: {
      payee: true,
      replaces: { select: { number: true } },
      replacedBy: { select: { number: true } },
      claim: {
        include: {
          months: true,
          repayments: { select: { id: true } },
          waiver: { include: { venture: { select: { id: true, number: true, name: true } } } },
        },
      },
    },
  },
  answers: { orderBy: { id: 'asc' }, include: { readBy: { select: { name: true } } } },
} as const satisfies Prisma.PaymentBatchInclude;

export type FullBatch = Prisma.PaymentBatchGetPayload<{ include: typeof withLines }>;

/** The batches that a viewer sees: a county's own; the bureau and an auditor all. */
export const batchesInScope = (viewer: Viewer): Prisma.PaymentBatchWhereInput => {
  if (viewer.role === 'bureau-staff' || viewer.role === 'auditor') return {};
  return viewer.role === 'county-reviewer' && viewer.regionCode !== null
    ? { regionCode: viewer.regionCode }
    : { id: { in: [] } };
};

export const findBatch = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<FullBatch | null> =>
  reads.paymentBatch.findFirst({
    where: { AND: [{ number }, batchesInScope(viewer)] },
    include: withLines,
  });

export const batchById = (reads: Reads, id: number): Promise<FullBatch | null> =>
  reads.paymentBatch.findUnique({ where: { id }, include: withLines });

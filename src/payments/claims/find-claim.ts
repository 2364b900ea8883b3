import type { Reads, Tx } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { Conflict } from '../../language/refusal.js';
import { waiversInScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';

const withAll = {
  waiver: {
    include: {
      venture: { select: { id: true, number: true, name: true } },
      person: { select: { id: true, number: true, name: true } },
      park: { select: { id: true, number: true, nameZh: true, nameEn: true, regionCode: true } },
      application: { select: { number: true } },
      policyVersion: { select: { rules: true } },
    },
  },
  months: { orderBy: { month: 'asc' } },
  steps: { orderBy: { id: 'asc' }, include: { by: { select: { name: true } } } },
  receipts: { orderBy: { id: 'asc' }, include: { proofFile: true } },
  lines: { orderBy: { id: 'asc' }, include: { batch: true, payee: true } },
  repayments: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.SubsidyClaimInclude;

export type FullClaim = Prisma.SubsidyClaimGetPayload<{ include: typeof withAll }>;

/** The claims that a viewer sees: those of the grants; what a founder is still writing only the founder's side. */
export const claimsInScope = (viewer: Viewer): Prisma.SubsidyClaimWhereInput => ({
  AND: [
    { waiver: waiversInScope(viewer) },
    viewer.role === 'founder' || viewer.role === 'park-manager' ? {} : { state: { not: 'draft' } },
  ],
});

/** The claim with a number, or null where the viewer does not see it. */
export const findClaim = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<FullClaim | null> =>
  reads.subsidyClaim.findFirst({
    where: { AND: [{ number }, claimsInScope(viewer)] },
    include: withAll,
  });

/** A claim as its page was read: moved on by nobody since. */
export type SeenClaim = { id: number; version: number };

/** The claim as it stands. @throws Conflict where it was changed since it was read */
export async function openClaim(tx: Tx, { id, version }: SeenClaim): Promise<FullClaim> {
  const claim = await tx.subsidyClaim.findUnique({ where: { id }, include: withAll });
  if (claim?.version !== version) throw new Conflict('record.changed-meanwhile');
  return claim;
}

/** What waits at a desk: a claim to check, to approve, or to pay. */
export const waitingAt: Record<'park' | 'county' | 'payment', Prisma.SubsidyClaimWhereInput> = {
  park: { state: 'submitted' },
  county: { state: 'checked' },
  payment: {
    state: 'approved',
    lines: { none: { state: { in: ['gathered', 'sent', 'paid'] } } },
  },
};

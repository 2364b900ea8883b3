import { addDays, type Day, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canDraftPolicies } from './permissions.js';
import type { EndKind } from './versions.js';

/**
 * Decides from which day on a version is not in force any more, as its term is over or it is repealed. What was granted
 * goes on, and what was handed in before that day is decided by it.
 * @throws Refusal for a day before tomorrow, or not after its first, and while a draft waits; Conflict when it has an end already
 */
export async function endPolicy(
  tx: Tx,
  by: Actor,
  { id, kind, endedOn, reason }: { id: number; kind: EndKind; endedOn: Day; reason: string },
): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const version = await tx.policyVersion.findUnique({ where: { id } });
  if (!version || version.putInForceAt === null || version.endedOn !== null)
    throw new Conflict('record.changed-meanwhile');
  const { policyId, number, beganOn } = version;
  const draft = await tx.policyVersion.findFirst({ where: { policyId, putInForceAt: null } });
  refuseIf([
    (endedOn < addDays(today(by.at), 1) || endedOn <= (beganOn ?? '')) && {
      field: 'lastOn',
      key: 'policies.fault.end-early',
    },
    draft !== null && { field: '', key: 'policies.fault.end-draft' },
  ]);
  await tx.policyVersion.update({
    where: { id },
    data: {
      endedOn,
      endKind: kind,
      endReason: reason,
      endDecidedAt: by.at,
      endDecidedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: 'policy.ended',
    subjectKind: 'policy',
    subjectId: policyId,
    detail: { version: number, endedOn, kind, reason },
  });
}

/** Where a case stands that was handed in and is not over. */
const underWay = [
  ...['submitted', 'correction', 'park-review', 'county-review', 'bureau-review'],
  ...['supplement', 'notice', 'reconsideration'],
];

/** What of a policy is there when it ends: benefits that run, cases that are decided on, and drafts of founders. */
export async function underPolicy(reads: Reads, policyId: number, on: Day) {
  const running = { policyId, endedOn: null, termEndOn: { gt: on } };
  return {
    granted: await reads.waiver.count({ where: running }),
    underWay: await reads.waiverApplication.count({
      where: { policyId, state: { in: underWay } },
    }),
    drafts: await reads.waiverApplication.count({ where: { policyId, state: 'draft' } }),
  };
}

/** Who decided the end of a version, when and on what ground; null where it has none of its own. */
export const endingOf = (reads: Reads, id: number) =>
  reads.policyVersion.findFirst({
    where: { id, endKind: { not: null } },
    select: {
      endKind: true,
      endReason: true,
      endedOn: true,
      endDecidedAt: true,
      endDecidedBy: { select: { name: true } },
    },
  });

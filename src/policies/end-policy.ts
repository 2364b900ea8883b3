import { addDays, type Day, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canDraftPolicies } from './permissions.js';
import type { EndKind } from './versions.js';

export type PolicyEnd = {
  /** The version. */
  id: number;
  kind: EndKind;
  /** The first day on which it is not in force any more. */
  endedOn: Day;
  reason: string;
};

/** @throws Refusal for a day before tomorrow, or not after the first one, and while a draft waits; Conflict when it has an end already */
async function endable(tx: Tx, by: Actor, { id, endedOn }: Pick<PolicyEnd, 'id' | 'endedOn'>) {
  const version = await tx.policyVersion.findUnique({ where: { id } });
  if (!version || version.putInForceAt === null || version.endedOn !== null)
    throw new Conflict('record.changed-meanwhile');
  const { policyId, beganOn } = version;
  const draft = await tx.policyVersion.findFirst({ where: { policyId, putInForceAt: null } });
  refuseIf([
    (endedOn < addDays(today(by.at), 1) || endedOn <= (beganOn ?? '')) && {
      field: 'lastOn',
      key: 'policies.fault.end-early',
    },
    draft !== null && { field: '', key: 'policies.fault.end-draft' },
  ]);
  return version;
}

/**
 * Proposes from which day on a version is not in force any more, as its term is over or it is repealed. Somebody else decides
 * it: see `decidePolicyEnd`.
 * @returns the id of the proposal
 * @throws Refusal for a day before tomorrow, or not after its first, and while a draft waits; Conflict when it has an end, or
 *   one that is proposed
 */
export async function proposePolicyEnd(
  tx: Tx,
  by: Actor,
  { id, kind, endedOn, reason }: PolicyEnd,
): Promise<number> {
  await refuseUnless(tx, by, canDraftPolicies);
  const { policyId, number } = await endable(tx, by, { id, endedOn });
  if ((await proposedEnd(tx, id)) !== null) throw new Conflict('record.changed-meanwhile');
  const proposed = { proposedAt: by.at, proposedById: by.accountId };
  const ending = await tx.policyEnding.create({
    data: { versionId: id, kind, endedOn, reason, ...proposed },
  });
  recordEvent(tx, by, {
    verb: 'policy.end-proposed',
    subjectKind: 'policy',
    subjectId: policyId,
    detail: { version: number, endedOn, kind, reason },
  });
  return ending.id;
}

/** The proposal that waits. @throws Conflict when it was decided or dropped meanwhile */
async function openProposal(tx: Tx, endingId: number) {
  const ending = await tx.policyEnding.findUnique({ where: { id: endingId } });
  if (!ending || ending.outcome !== null) throw new Conflict('record.changed-meanwhile');
  return ending;
}

const close = (tx: Tx, by: Actor, id: number, outcome: 'decided' | 'dropped') =>
  tx.policyEnding.update({
    where: { id },
    data: { outcome, closedAt: by.at, closedById: by.accountId },
  });

/**
 * Decides the end of a version that somebody else proposed. What was granted goes on, and what was handed in before that day is
 * decided by it.
 * @throws Refusal for one's own proposal, and for what proposing refuses; Conflict when it was decided or dropped meanwhile
 */
export async function decidePolicyEnd(tx: Tx, by: Actor, endingId: number): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const { versionId, kind, endedOn, reason, proposedById } = await openProposal(tx, endingId);
  const isOwn = proposedById !== null && proposedById === by.accountId;
  refuseIf([isOwn && { field: '', key: 'policies.fault.own-end' }]);
  const { policyId, number } = await endable(tx, by, { id: versionId, endedOn });
  await close(tx, by, endingId, 'decided');
  await tx.policyVersion.update({
    where: { id: versionId },
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

/** Drops a proposed end: one's own, or that of another, which is then not decided. @throws Conflict when it was decided or dropped meanwhile */
export async function dropPolicyEnd(tx: Tx, by: Actor, endingId: number): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const { versionId } = await openProposal(tx, endingId);
  await close(tx, by, endingId, 'dropped');
  const { policyId, number } = await tx.policyVersion.findUniqueOrThrow({
    where: { id: versionId },
  });
  recordEvent(tx, by, {
    verb: 'policy.end-dropped',
    subjectKind: 'policy',
    subjectId: policyId,
    detail: { version: number },
  });
}

/** The end of a version that waits for a second person, with who proposed it; null where none does. */
export const proposedEnd = (reads: Reads, versionId: number) =>
  reads.policyEnding.findFirst({
    where: { versionId, outcome: null },
    include: { proposedBy: { select: { name: true } } },
  });

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

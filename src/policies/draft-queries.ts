import type { Reads } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';
import { canReadDrafts } from './permissions.js';
import { isIssued, type PolicyVersion, stateOf, versionsOf } from './versions.js';

export type DraftWithOthers = {
  draft: PolicyVersion;
  /** The version in force on the day. */
  current: PolicyVersion | null;
  /** The version that ends where the draft is put in force, also one that is not in force yet. */
  open: PolicyVersion | null;
  isFirst: boolean;
};

/** The draft of a policy with its other versions, or null: none, or not the viewer's to see. */
export async function findDraft(
  reads: Reads,
  viewer: Viewer,
  code: string,
  on: string,
): Promise<DraftWithOthers | null> {
  if (!canReadDrafts(viewer)) return null;
  const versions = await versionsOf(reads, code);
  const draft = versions.find((version) => !isIssued(version));
  if (!draft) return null;
  const issued = versions.filter(isIssued);
  return {
    draft,
    current: issued.find((item) => stateOf(item, on) === 'in-force') ?? null,
    open: issued.find(({ endedOn }) => endedOn === null) ?? null,
    isFirst: issued.length === 0,
  };
}

/** Whether the account wrote any of the draft: such a person does not put it in force. */
export async function wroteDraft(
  reads: Reads,
  {
    policyId,
    draftedAt,
    draftedById,
  }: Pick<PolicyVersion, 'policyId' | 'draftedAt' | 'draftedById'>,
  accountId: number | null,
): Promise<boolean> {
  if (accountId === null) return false;
  if (draftedById === accountId) return true;
  // Drafts do not overlap, so all changes since it was begun are of it.
  const own = await reads.historyEvent.findFirst({
    where: {
      subjectKind: 'policy',
      subjectId: policyId,
      actorId: accountId,
      verb: 'policy.changed',
      at: { gte: draftedAt },
    },
  });
  return own !== null;
}

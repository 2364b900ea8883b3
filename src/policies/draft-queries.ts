import type { Reads } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';
import { canReadDrafts } from './permissions.js';
import { isIssued, type PolicyVersion, stateOf, versionsOf } from './versions.js';

/** The draft of a policy with the version in force on the day, or null: none, or not the viewer's to see. */
export async function findDraft(
  reads: Reads,
  viewer: Viewer,
  code: string,
  on: string,
): Promise<{ draft: PolicyVersion; current: PolicyVersion | null } | null> {
  if (!canReadDrafts(viewer)) return null;
  const versions = await versionsOf(reads, code);
  const draft = versions.find((version) => !isIssued(version));
  if (!draft) return null;
  return { draft, current: versions.find((item) => stateOf(item, on) === 'in-force') ?? null };
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

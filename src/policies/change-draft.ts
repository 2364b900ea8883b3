import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { storedRules } from './draft-version.js';
import { canDraftPolicies } from './permissions.js';
import { PolicyRules } from './rules.js';

type SeenDraft = { id: number; revision: number };

/** Changes a draft. @throws Conflict when somebody changed it meanwhile, or put it in force */
export async function changeDraft(
  tx: Tx,
  by: Actor,
  { id, revision }: SeenDraft,
  rules: PolicyRules,
): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const before = await tx.policyVersion.findUniqueOrThrow({ where: { id } });
  const { count } = await tx.policyVersion.updateMany({
    where: { id, revision, putInForceAt: null },
    data: {
      rules: storedRules(rules),
      changedById: by.accountId,
      revision: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  const old: Record<string, unknown> = PolicyRules.parse(before.rules);
  const parts = Object.entries(PolicyRules.parse(rules)).filter(
    ([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value),
  );
  recordEvent(tx, by, {
    verb: 'policy.changed',
    subjectKind: 'policy',
    subjectId: before.policyId,
    detail: {
      version: before.number,
      changed: parts.map(([name]) => name),
    },
  });
}

/** Throws a draft away; what was put in force stays. @throws Conflict as changeDraft does */
export async function discardDraft(tx: Tx, by: Actor, { id, revision }: SeenDraft): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const draft = await tx.policyVersion.findUnique({ where: { id } });
  const { count } = await tx.policyVersion.deleteMany({
    where: { id, revision, putInForceAt: null },
  });
  if (!draft || count === 0) throw new Conflict('record.changed-meanwhile');
  recordEvent(tx, by, {
    verb: 'policy.discarded',
    subjectKind: 'policy',
    subjectId: draft.policyId,
    detail: { version: draft.number },
  });
}

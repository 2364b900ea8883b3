import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canDraftPolicies } from './permissions.js';
import { PolicyRules } from './rules.js';
import { keepSamples } from './samples/samples-of.js';

export const policyCode = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Drafts the next version of a policy, or the first of a new one.
 * @returns the version's id
 * @throws Conflict when a draft of it is being worked on; Refusal for a broken code
 */
export async function draftVersion(
  tx: Tx,
  by: Actor,
  { code, rules }: { code: string; rules: PolicyRules },
): Promise<number> {
  await refuseUnless(tx, by, canDraftPolicies);
  refuseIf([!policyCode.test(code) && { field: 'code', key: 'policies.fault.code' }]);
  const policy = await tx.policy.upsert({
    where: { code },
    create: { code },
    update: {},
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const [newest] = policy.versions;
  if (newest && newest.putInForceAt === null) throw new Conflict('policies.draft-exists');
  const number = (newest?.number ?? 0) + 1;
  const { id } = await tx.policyVersion.create({
    data: {
      policyId: policy.id,
      number,
      draftedAt: by.at,
      draftedById: by.accountId,
      rules: storedRules(rules),
    },
  });
  // What the version before was tried on, this one is as well.
  if (newest) await keepSamples(tx, newest.id, id);
  recordEvent(tx, by, {
    verb: 'policy.drafted',
    subjectKind: 'policy',
    subjectId: policy.id,
    detail: { version: number },
  });
  return id;
}

/** Rules as they are stored. @throws ZodError for rules that make no sense: they never reach the table */
export const storedRules = (rules: PolicyRules): Prisma.InputJsonObject => PolicyRules.parse(rules);

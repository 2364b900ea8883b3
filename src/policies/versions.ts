import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { PolicyRules } from './rules.js';

/** Where a version stands on a day: 草案 待施行 现行有效 已失效. */
export type VersionState = 'draft' | 'coming' | 'in-force' | 'ended';

export type PolicyVersion = {
  id: number;
  policyId: number;
  code: string;
  number: number;
  rules: PolicyRules;
  revision: number;
  draftedAt: Date;
  draftedById: number | null;
  putInForceAt: Date | null;
  putInForceById: number | null;
  beganOn: Day | null;
  endedOn: Day | null;
};
/** A version that was put in force: a case is decided by it, and it never changes. */
export type IssuedVersion = PolicyVersion & { beganOn: Day; putInForceAt: Date };

export const isIssued = (version: PolicyVersion): version is IssuedVersion =>
  version.beganOn !== null && version.putInForceAt !== null;

export function stateOf({ beganOn, endedOn }: PolicyVersion, on: Day): VersionState {
  if (beganOn === null) return 'draft';
  if (on < beganOn) return 'coming';
  return endedOn !== null && endedOn <= on ? 'ended' : 'in-force';
}

type Row = Omit<PolicyVersion, 'rules' | 'code'> & { rules: unknown; policy: { code: string } };

/** @throws ZodError for rules that this version of the program cannot read */
function versionOf({ rules, policy, ...row }: Row): PolicyVersion {
  return { ...row, code: policy.code, rules: PolicyRules.parse(rules) };
}

const include = { policy: { select: { code: true } } };

/** Every version of every policy, policies in the order in which they were made, the newest first. */
export async function allVersions(reads: Reads): Promise<PolicyVersion[]> {
  const orderBy = [{ policyId: 'asc' as const }, { number: 'desc' as const }];
  return (await reads.policyVersion.findMany({ orderBy, include })).map(versionOf);
}

/** All versions of a policy, the newest first; empty where there is no such policy. */
export async function versionsOf(reads: Reads, code: string): Promise<PolicyVersion[]> {
  const rows = await reads.policyVersion.findMany({
    where: { policy: { code } },
    orderBy: { number: 'desc' },
    include,
  });
  return rows.map(versionOf);
}

/** The versions in force on a day, one a policy, in the order in which the policies were made. */
export async function versionsInForce(reads: Reads, on: Day): Promise<IssuedVersion[]> {
  const rows = await reads.policyVersion.findMany({
    where: { beganOn: { lte: on }, OR: [{ endedOn: null }, { endedOn: { gt: on } }] },
    orderBy: { policyId: 'asc' },
    include,
  });
  return rows.map(versionOf).filter(isIssued);
}

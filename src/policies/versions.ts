import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import { rulesOfText } from './parsed-rules.js';
import type { PolicyRules } from './rules.js';

/** Where a version stands on a day: 草案 待施行 现行有效 已失效. */
export type VersionState = 'draft' | 'coming' | 'in-force' | 'ended';

/** 期满 or 废止. */
export const endKinds = ['term', 'repealed'] as const;
export type EndKind = (typeof endKinds)[number];

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
  /** How it ended; null where the next version ended it, or nothing has. */
  endKind: EndKind | null;
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

type Row = Omit<PolicyVersion, 'rules'> & { rules: string };
const Row = z.strictObject({
  id: z.int(),
  policyId: z.int(),
  code: z.string(),
  number: z.int(),
  rules: z.string(),
  revision: z.int(),
  draftedAt: z.date(),
  draftedById: z.int().nullable(),
  putInForceAt: z.date().nullable(),
  putInForceById: z.int().nullable(),
  beganOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endKind: z.enum(endKinds).nullable(),
}) satisfies z.ZodType<Row>;

/** @throws ZodError for rules that this version of the program cannot read */
const versionOf = ({ rules, ...row }: Row): PolicyVersion => ({
  ...row,
  rules: rulesOfText(rules),
});

/** @param which the condition and the order, of versions v and policies p */
async function versionsThat(reads: Reads, which: Sql): Promise<PolicyVersion[]> {
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT v."id", v."policyId", p."code", v."number", v."rules", v."revision", v."draftedAt",
        v."draftedById", v."putInForceAt", v."putInForceById", v."beganOn", v."endedOn", v."endKind"
      FROM "PolicyVersion" v JOIN "Policy" p ON p."id" = v."policyId" ${which}`,
    { times: ['draftedAt', 'putInForceAt'], schema: Row },
  );
  return rows.map(versionOf);
}

/** Every version of every policy, policies in the order in which they were made, the newest first. */
export const allVersions = (reads: Reads): Promise<PolicyVersion[]> =>
  versionsThat(reads, sql`ORDER BY v."policyId", v."number" DESC`);

/** All versions of a policy, the newest first; empty where there is no such policy. */
export const versionsOf = (reads: Reads, code: string): Promise<PolicyVersion[]> =>
  versionsThat(reads, sql`WHERE p."code" = ${code} ORDER BY v."number" DESC`);

/** The versions in force on a day, one a policy, in the order in which the policies were made. */
export async function versionsInForce(reads: Reads, on: Day): Promise<IssuedVersion[]> {
  const versions = await versionsThat(reads, sql`WHERE ${holdsOn('v', on)} ORDER BY v."policyId"`);
  return versions.filter(isIssued);
}

import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

/** The version that a case pins: its rules never change, the day on which it ends may be set. */
export type PinnedVersion = {
  number: number;
  /** As they are kept. */
  rules: unknown;
  beganOn: Day | null;
  endedOn: Day | null;
  policy: { code: string };
};

/** @throws Error where there is no such version */
export async function pinnedVersion(reads: Reads, id: number): Promise<PinnedVersion> {
  const [row] = await rowsOf<Omit<PinnedVersion, 'rules' | 'policy'> & Told>(
    reads,
    sql`SELECT v."number", v."rules", v."beganOn", v."endedOn", p."code"
      FROM "PolicyVersion" v JOIN "Policy" p ON p."id" = v."policyId" WHERE v."id" = ${id}`,
  );
  if (!row) throw new Error(`there is no version ${id} of a policy`);
  const { rules, code, ...version } = row;
  return { ...version, rules: JSON.parse(rules), policy: { code } };
}

type Told = { rules: string; code: string };

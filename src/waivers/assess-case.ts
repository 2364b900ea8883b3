import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { type Assessment, assess } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { answersOf } from './answers.js';
import { factsNow } from './facts-of.js';
import { currentDecision } from './outcome.js';

type Pinned = {
  id: number;
  policyId: number;
  ventureId: number;
  personId: number;
  policyVersion: { beganOn: string | null; endedOn: string | null; rules: unknown };
};

/** The version that a case pins, as `assess` reads it. @throws Error for a draft, which no case can pin */
export function versionOfCase({ policyVersion }: Pick<Pinned, 'policyVersion'>) {
  const { beganOn, endedOn, rules } = policyVersion;
  if (beganOn === null) throw new Error('a case cannot pin a draft');
  return { beganOn, endedOn, rules: rulesOf(rules) };
}

/**
 * A case as it was handed in last, assessed under its own version with what was granted since in other cases: what it
 * gave itself is no other benefit. This is what a decision is made on; a page shows `assessmentOfCase`.
 * @throws Error for a case that was never handed in
 */
export async function assessCase(
  reads: Reads,
  pinned: Pinned,
): Promise<{ facts: Facts; assessment: Assessment }> {
  const [edition] = await rowsOf<{ facts: string; answers: string }>(
    reads,
    sql`SELECT "facts", "answers" FROM "WaiverEdition" WHERE "applicationId" = ${pinned.id}
      ORDER BY "edition" DESC LIMIT 1`,
  );
  if (!edition) throw new Error(`case ${pinned.id} was never handed in`);
  const handedIn = Facts.parse(JSON.parse(edition.facts));
  const facts = await factsNow(reads, pinned, handedIn, answersOf(JSON.parse(edition.answers)));
  return { facts, assessment: assess(facts, versionOfCase(pinned)) };
}

/**
 * The assessment that a case is shown by: a decided case by the facts that its decision keeps, whatever was granted
 * or changed since; a case that is still to be decided by those of now.
 * @throws Error for a case that was never handed in
 */
export async function assessmentOfCase(
  reads: Reads,
  application: Pinned & { steps: Parameters<typeof currentDecision>[0] },
): Promise<{ facts: Facts; assessment: Assessment }> {
  const decision = currentDecision(application.steps);
  if (!decision) return assessCase(reads, application);
  const { facts } = decision;
  return { facts, assessment: assess(facts, versionOfCase(application)) };
}

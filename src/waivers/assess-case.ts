import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { asJson, jsonRows } from '../database/json.js';
import { sql } from '../database/sql.js';
import { type Assessment, assess } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { answersOf } from './answers.js';
import { corrected, FactCorrection } from './fact-corrections.js';
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

const steps = (id: number) => sql`(SELECT * FROM "WaiverStep"
  WHERE "applicationId" = ${id} AND "move" = 'fact-corrected' ORDER BY "id")`;

/** A case as it was handed in last, and what desks corrected of it since. */
async function handedInOf(reads: Reads, { id }: Pick<Pinned, 'id'>) {
  const [edition] = await rowsOf<{ facts: string; answers: string; corrections: string }>(
    reads,
    sql`SELECT "facts", "answers", ${jsonRows({ outcome: asJson(sql`"outcome"`) }, steps(id))} AS "corrections"
      FROM "WaiverEdition" WHERE "applicationId" = ${id} ORDER BY "edition" DESC LIMIT 1`,
  );
  if (!edition) throw new Error(`case ${id} was never handed in`);
  const rows = JSON.parse(edition.corrections) as { outcome: unknown }[];
  return {
    handedIn: Facts.parse(JSON.parse(edition.facts)),
    answers: answersOf(JSON.parse(edition.answers)),
    corrections: rows.map(({ outcome }) => FactCorrection.parse(outcome)),
  };
}

/**
 * A case as it was handed in last and as desks corrected its facts, assessed under its own version with what was granted
 * since in other cases: what it gave itself is no other benefit. This is what a decision is made on; a page shows
 * `assessmentOfCase`.
 * @throws Error for a case that was never handed in
 */
export async function assessCase(
  reads: Reads,
  pinned: Pinned,
): Promise<{ facts: Facts; assessment: Assessment }> {
  const { handedIn, answers, corrections } = await handedInOf(reads, pinned);
  const facts = await factsNow(reads, pinned, corrections.reduce(corrected, handedIn), answers);
  return { facts, assessment: assess(facts, versionOfCase(pinned)) };
}

/** What was asked for, by the facts as they were handed in, and what desks corrected of them, the oldest first. */
export async function askedOf(
  reads: Reads,
  pinned: Pinned,
): Promise<{ facts: Facts; assessment: Assessment; corrections: FactCorrection[] }> {
  const { handedIn, answers, corrections } = await handedInOf(reads, pinned);
  const facts = await factsNow(reads, pinned, handedIn, answers);
  return { facts, assessment: assess(facts, versionOfCase(pinned)), corrections };
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

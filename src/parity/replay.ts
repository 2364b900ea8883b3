import { isDeepStrictEqual } from 'node:util';
import { assess, proofAsked } from '../policies/assess.js';
import type { Facts } from '../policies/facts.js';
import type { PolicyInForce } from '../policies/rules.js';
import { type Outcome, outcomeOf } from '../waivers/outcome.js';

export type NamedPark = { id: number; number: string; nameZh: string; nameEn: string };

/** A decided case as it was stored: the facts and what was decided on them, under which version. */
export type StoredDecision = { facts: Facts; outcome: Outcome; version: PolicyInForce };

export type Difference = {
  /** The decision, the conditions, the months and their money, the proof asked for. */
  what: 'decision' | 'conditions' | 'months' | 'proof';
  /** The park in whose name it comes out differently; null where it does in its own. */
  park: string | null;
};

/**
 * Assesses a decided case again under the version it was decided by: as it stands, and in the name of each other
 * park. Every difference from what was stored is a finding.
 */
export function replay(decided: StoredDecision, own: NamedPark, parks: NamedPark[]): Difference[] {
  const required = proofIds(decided.facts, decided.version);
  const differences = against(decided, decided.facts, required, null);
  for (const park of parks.filter(({ id }) => id !== own.id)) {
    const elsewhere = inNameOf(park, own, decided.facts);
    // The same facts come out the same: assess looks at nothing else.
    if (elsewhere !== null) differences.push(...against(decided, elsewhere, required, park.number));
  }
  return differences;
}

const proofIds = (facts: Facts, { rules }: PolicyInForce): string[] =>
  proofAsked(rules, facts).map(({ id }) => id);

function against(
  { outcome, version }: StoredDecision,
  facts: Facts,
  required: string[],
  park: string | null,
): Difference[] {
  const now = outcomeOf(outcome.decision, assess(facts, version));
  const differs: [Difference['what'], boolean][] = [
    ['decision', now.eligible !== (outcome.decision === 'grant')],
    ['conditions', !isDeepStrictEqual(now.failed, outcome.failed)],
    ['months', !isDeepStrictEqual(now.months, outcome.months)],
    ['proof', !isDeepStrictEqual(proofIds(facts, version), required)],
  ];
  return differs.filter(([, is]) => is).map(([what]) => ({ what, park }));
}

/**
 * The facts as the other park's case would have them, or null where no field names the own park. The fields that
 * can name one are those whose text is free, and each is compared as a whole: a park's manager chooses its name, and
 * a name like `-` stands in every day of the facts.
 */
function inNameOf(other: NamedPark, own: NamedPark, facts: Facts): Facts | null {
  // A declaration has an id and not a name, and a park's number is not its manager's to choose.
  const declared = facts.declared.map((id) => (id === own.number ? other.number : id));
  const otherBenefits = facts.otherBenefits.map(({ name, beganOn, endedOn }) => ({
    name: nameInstead(name, own, other),
    beganOn,
    endedOn,
  }));
  const renamed: Facts = Object.assign({}, facts, { declared, otherBenefits });
  return isDeepStrictEqual(renamed, facts) ? null : renamed;
}

function nameInstead(name: string, own: NamedPark, other: NamedPark): string {
  if (name === own.nameZh) return other.nameZh;
  if (name === own.nameEn) return other.nameEn;
  return name === own.number ? other.number : name;
}

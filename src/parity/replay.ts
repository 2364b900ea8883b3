import { isDeepStrictEqual } from 'node:util';
import { assess, proofAsked } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';
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
 * Assesses a decided case again under the version it was decided by: as it stands, and with the name of its park
 * changed to each other park wherever it occurs. Every difference from what was stored is a finding.
 */
export function replay(decided: StoredDecision, own: NamedPark, parks: NamedPark[]): Difference[] {
  const asked = proofIds(decided.facts, decided.version);
  const differences = against(decided, decided.facts, asked, null);
  const text = JSON.stringify(decided.facts);
  for (const park of parks.filter(({ id }) => id !== own.id)) {
    const elsewhere = renamed(text, own, park);
    // The same facts word for word come out the same: assess looks at nothing else.
    if (elsewhere === text) continue;
    differences.push(...against(decided, Facts.parse(JSON.parse(elsewhere)), asked, park.number));
  }
  return differences;
}

const proofIds = (facts: Facts, { rules }: PolicyInForce): string[] =>
  proofAsked(rules, facts).map(({ id }) => id);

function against(
  { outcome, version }: StoredDecision,
  facts: Facts,
  asked: string[],
  park: string | null,
): Difference[] {
  const now = outcomeOf(outcome.decision, assess(facts, version));
  const differs: [Difference['what'], boolean][] = [
    ['decision', now.eligible !== (outcome.decision === 'grant')],
    ['conditions', !isDeepStrictEqual(now.failed, outcome.failed)],
    ['months', !isDeepStrictEqual(now.months, outcome.months)],
    ['proof', !isDeepStrictEqual(proofIds(facts, version), asked)],
  ];
  return differs.filter(([, is]) => is).map(([what]) => ({ what, park }));
}

function renamed(text: string, own: NamedPark, other: NamedPark): string {
  return text
    .replaceAll(own.nameZh, other.nameZh)
    .replaceAll(own.nameEn, other.nameEn)
    .replaceAll(own.number, other.number);
}

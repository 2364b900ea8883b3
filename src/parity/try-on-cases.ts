import type { Month } from '../calendar/days.js';
import { applicationScope } from '../people/case-scope.js';
import { assess } from '../policies/assess.js';
import type { Facts } from '../policies/facts.js';
import { inTurns } from '../policies/in-turns.js';
import type { PolicyRules } from '../policies/rules.js';
import { borrowedFacts } from '../policies/samples/samples-of.js';
import type { FactsOfCase, TriedCase, TriedMonth, TryOnCases } from '../policies/tried.js';
import { decidedCases } from './decided-cases.js';

const yearMs = 365 * 86_400_000;

/**
 * Tries rules on every case of a policy that was decided in the year before a moment: the same facts, assessed as if
 * the rules had been in force when the founder applied. Cases of another policy are tried as first cases of this one.
 * Nothing is written.
 */
export const tryOnCases: TryOnCases = async (reads, { policyId, rules, casesOf }, at) => {
  const since = new Date(at.getTime() - yearMs);
  const decidedThen = { move: { in: ['approve', 'refuse'] }, at: { gte: since } };
  const tried: TriedCase[] = [];
  const months = new Map<Month, TriedMonth>();
  const pause = inTurns();
  for await (const batch of decidedCases(reads, {
    policyId: casesOf,
    steps: { some: decidedThen },
  })) {
    for (const { number, facts, outcome } of batch) {
      const drafted = givenBy(rules, casesOf === policyId ? facts : borrowedFacts(rules, facts));
      const decided = outcome.decision === 'grant' ? outcome : null;
      tried.push({ number, decided: decided?.total ?? null, drafted: drafted?.total ?? null });
      addTo(months, 'decided', decided?.months ?? []);
      addTo(months, 'drafted', drafted?.lines ?? []);
      await pause();
    }
  }
  const sum = (of: (tried: TriedCase) => number | null) =>
    tried.reduce((total, row) => total + (of(row) ?? 0), 0);
  const difference = ({ decided, drafted }: TriedCase) => Math.abs((drafted ?? 0) - (decided ?? 0));
  return {
    cases: tried.length,
    changed: tried
      .filter(({ decided, drafted }) => decided !== drafted)
      .sort((a, b) => difference(b) - difference(a)),
    decidedTotal: sum(({ decided }) => decided),
    draftedTotal: sum(({ drafted }) => drafted),
    months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
};

/** What rules give for facts; null for nothing. */
function givenBy(rules: PolicyRules, facts: Facts) {
  const version = { beganOn: facts.on, endedOn: null, rules };
  const { eligible, nothingDue, schedule } = assess(facts, version);
  return eligible && !nothingDue ? schedule : null;
}

function addTo(
  months: Map<Month, TriedMonth>,
  which: 'decided' | 'drafted',
  lines: { month: Month; fen: number }[],
): void {
  for (const { month, fen } of lines) {
    const row = months.get(month) ?? { month, decided: 0, drafted: 0 };
    row[which] += fen;
    months.set(month, row);
  }
}

/** What was found when a case was decided. */
export const factsOfCase: FactsOfCase = async (reads, viewer, number) => {
  const where = { AND: [{ number }, applicationScope(viewer).where] };
  for await (const [decided] of decidedCases(reads, where)) return decided?.facts ?? null;
  return null;
};

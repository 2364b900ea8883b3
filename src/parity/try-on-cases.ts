import { assess } from '../policies/assess.js';
import { inTurns } from '../policies/in-turns.js';
import type { TriedCase, TryOnCases } from '../policies/tried.js';
import { decidedCases } from './decided-cases.js';

const yearMs = 365 * 86_400_000;

/**
 * Tries rules on every case of a policy that was decided in the year before a moment: the same facts, assessed as if
 * the rules had been in force when the founder applied. Nothing is written.
 */
export const tryOnCases: TryOnCases = async (reads, { policyId, rules }, at) => {
  const since = new Date(at.getTime() - yearMs);
  const decidedThen = { move: { in: ['approve', 'refuse'] }, at: { gte: since } };
  const tried: TriedCase[] = [];
  const pause = inTurns();
  for await (const batch of decidedCases(reads, { policyId, steps: { some: decidedThen } })) {
    for (const { number, facts, outcome } of batch) {
      const { eligible, nothingDue, schedule } = assess(facts, {
        beganOn: facts.on,
        endedOn: null,
        rules,
      });
      tried.push({
        number,
        decided: outcome.decision === 'grant' ? outcome.total : null,
        drafted: eligible && !nothingDue ? schedule.total : null,
      });
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
  };
};

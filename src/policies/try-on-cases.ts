import type { Reads } from '../database/database.js';
import { decidedCases } from '../parity/decided-cases.js';
import { assess } from './assess.js';
import { inTurns } from './in-turns.js';
import type { PolicyRules } from './rules.js';

/** What came of a case, or would: fen, or null where it is refused. */
type Came = number | null;
export type TriedCase = { number: string; decided: Came; drafted: Came };
export type Tried = {
  cases: number;
  /** Those whose outcome or money would change, the largest difference first. */
  changed: TriedCase[];
  /** In fen, over all cases. */
  decidedTotal: number;
  draftedTotal: number;
};

const yearMs = 365 * 86_400_000;

/**
 * Tries rules on every case of a policy that was decided in the year before a moment: the same facts, assessed as if
 * the rules had been in force when the founder applied. Nothing is written.
 */
export async function tryOnCases(
  reads: Reads,
  { policyId, rules }: { policyId: number; rules: PolicyRules },
  at: Date,
): Promise<Tried> {
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
  const sum = (of: (one: TriedCase) => Came) =>
    tried.reduce((total, one) => total + (of(one) ?? 0), 0);
  const difference = ({ decided, drafted }: TriedCase) => Math.abs((drafted ?? 0) - (decided ?? 0));
  return {
    cases: tried.length,
    changed: tried
      .filter(({ decided, drafted }) => decided !== drafted)
      .sort((a, b) => difference(b) - difference(a)),
    decidedTotal: sum(({ decided }) => decided),
    draftedTotal: sum(({ drafted }) => drafted),
  };
}

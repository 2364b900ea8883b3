import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Facts } from '../policies/facts.js';
import { type PolicyInForce, PolicyRules } from '../policies/rules.js';
import { workingDaysUsed } from '../waivers/clock.js';
import { lastDecision, type Outcome } from '../waivers/outcome.js';

export type DecidedCase = {
  id: number;
  number: string;
  parkId: number;
  decision: Outcome['decision'];
  facts: Facts;
  outcome: Outcome;
  version: PolicyInForce;
  /** Working days from the application to the determination. */
  days: number;
  corrections: number;
};

const CASES_A_READ = 500;
const isDecided = {
  steps: { some: { move: { in: ['approve', 'refuse'] } } },
} as const satisfies Prisma.WaiverApplicationWhereInput;

export const countDecided = (reads: Reads): Promise<number> =>
  reads.waiverApplication.count({ where: isDecided });

/**
 * Every decided case, a batch at a time, in the order in which they were begun.
 * @param of which of them; all where nothing is said
 */
export async function* decidedCases(
  reads: Reads,
  of: Prisma.WaiverApplicationWhereInput = {},
): AsyncGenerator<DecidedCase[]> {
  const versions = new Map<number, PolicyInForce>();
  for (const row of await reads.policyVersion.findMany()) {
    const { id, beganOn, endedOn, rules } = row;
    if (beganOn !== null) versions.set(id, { beganOn, endedOn, rules: PolicyRules.parse(rules) });
  }
  const calendar = await currentCalendar(reads);
  for (let last = 0; ; ) {
    const rows = await reads.waiverApplication.findMany({
      where: { AND: [of, isDecided], id: { gt: last } },
      include: { steps: { orderBy: { id: 'asc' } } },
      orderBy: { id: 'asc' },
      take: CASES_A_READ,
    });
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    yield rows.flatMap((row) => {
      const decision = lastDecision(row.steps);
      const version = versions.get(row.policyVersionId);
      if (!decision || !version) return [];
      const { id, number, parkId, corrections } = row;
      const { facts, outcome } = decision;
      const first = row.steps.filter(({ id: stepId }) => stepId <= firstDecisionId(row.steps));
      return [
        {
          id,
          number,
          parkId,
          corrections,
          facts,
          outcome,
          version,
          decision: outcome.decision,
          days: workingDaysUsed(calendar, first, today(first.at(-1)?.at ?? row.begunAt)),
        },
      ];
    });
  }
}

/** Reconsideration has a limit of its own: the days of a case end with its first decision. */
const firstDecisionId = (steps: { id: number; move: string }[]): number =>
  steps.find(({ move }) => move === 'approve' || move === 'refuse')?.id ?? 0;

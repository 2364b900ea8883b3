import { z } from 'zod';
import type { Assessment, Finding } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';

/** What a decision keeps of the assessment that it was made on: money in fen, by calendar month. */
export const Outcome = z.strictObject({
  decision: z.enum(['grant', 'refuse']),
  /** Whether there was something to grant: all that the rules ask for holds, and the amount is above nothing. */
  eligible: z.boolean(),
  /** The conditions that did not hold; `amount` where there was none. */
  failed: z.array(z.string()),
  total: z.int().min(0),
  months: z.array(z.strictObject({ month: z.string(), fen: z.int().min(0) })),
});
export type Outcome = z.output<typeof Outcome>;

const isAmount = ({ id, condition }: Pick<Finding, 'id' | 'condition'>): boolean =>
  condition === null && id === 'amount';

export const outcomeOf = (
  decision: Outcome['decision'],
  { eligible, nothingDue, findings, schedule }: Assessment,
): Outcome => ({
  decision,
  eligible: eligible && !nothingDue,
  total: schedule.total,
  failed: findings
    .filter(({ met, id, condition }) => !met || (nothingDue && isAmount({ id, condition })))
    .map(({ id }) => id),
  months: schedule.lines.map(({ month, fen }) => ({ month, fen })),
});

type Decided = { move: string; facts: unknown; outcome: unknown };

type Decision<S> = Omit<S, 'facts' | 'outcome'> & { facts: Facts; outcome: Outcome };

const decides = ({ move, facts }: Decided): boolean =>
  ['approve', 'refuse', 'overturn', 'uphold', 'amend'].includes(move) && facts !== null;

/**
 * The newest decision among the steps of a case, the oldest first; null before there is one. Upholding a revocation
 * decides nothing anew: it keeps no facts, and the decision before it goes on to be the newest.
 */
export function lastDecision<S extends Decided>(steps: S[]): Decision<S> | null {
  const step = steps.findLast(decides);
  if (!step) return null;
  return { ...step, facts: Facts.parse(step.facts), outcome: Outcome.parse(step.outcome) };
}

/** The same while it holds: null once the case was reopened and waits to be decided again. */
export function currentDecision<S extends Decided>(steps: S[]): Decision<S> | null {
  const newest = steps.findLast((step) => decides(step) || step.move === 'reopen');
  return newest?.move === 'reopen' ? null : lastDecision(steps);
}

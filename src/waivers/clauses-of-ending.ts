import type { Condition, PolicyRules } from '../policies/rules.js';
import type { WaiverEndReason } from './reasons.js';

/** The conditions whose ground is gone where a waiver ends for a reason: it holds only as long as they do. */
const grounds: Record<string, readonly Condition['kind'][]> = {
  moved: ['settled'],
  left: ['settled'],
  'tenancy-ended': ['premises', 'lease'],
  'left-park': ['settled'],
  'premises-not-used': ['premises'],
  'other-benefit': ['other-benefit'],
};

/** The clauses of the conditions that no longer hold as a waiver ends; none where the founder gave it up. */
export const clausesOfEnding = (rules: PolicyRules, reason: WaiverEndReason): string[] =>
  clausesFor(rules, grounds[reason] ?? []);

/** Those that a revocation rests on: all of them for what was stated falsely, or for another reason. */
export const clausesOfRevocation = (rules: PolicyRules, reason: string): string[] =>
  clausesFor(rules, grounds[reason] ?? null);

const clausesFor = (
  { conditions }: PolicyRules,
  kinds: readonly Condition['kind'][] | null,
): string[] => [
  ...new Set(
    conditions
      .filter(({ kind }) => kinds === null || kinds.includes(kind))
      .map(({ clause }) => clause)
      .filter((clause) => clause !== null),
  ),
];

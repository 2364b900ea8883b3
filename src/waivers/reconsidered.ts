import type { Case } from './case.js';

/** What is reconsidered: a refusal, a revocation, a grant of less than was asked for, or an end before its term. */
export type Reconsidered = 'refused' | 'revoked' | 'granted' | 'ended';

/** What was decided against who asks, by where the case stood and what was done last. */
export function reconsidered({ steps }: Pick<Case, 'steps'>): Reconsidered {
  const at = steps.findLastIndex(({ move }) => move === 'reconsider');
  const from = steps[at]?.fromState ?? 'refused';
  if (from !== 'granted') return from as 'refused' | 'revoked';
  const last = steps
    .slice(0, at)
    .findLast(({ move }) => ['grant', 'amend', 'restore', 'end'].includes(move));
  return last?.move === 'end' ? 'ended' : 'granted';
}

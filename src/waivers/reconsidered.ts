import { z } from 'zod';
import type { Case } from './case.js';

/** What is reconsidered: a refusal, a revocation, a grant of less than was asked for, or an end before its term. */
export type Reconsidered = 'refused' | 'revoked' | 'granted' | 'ended';
/** Of what was granted: that it was less, and that it ended. Each can be reconsidered once. */
export const ofGranted = ['granted', 'ended'] as const;
export type OfGranted = (typeof ofGranted)[number];

/** What a request keeps where several things could be meant; a grant, that it gave less than was asked for. */
export const Request = z.strictObject({ of: z.enum(ofGranted) });
export const lessGranted = { isLess: true } as const;
const LessGranted = z.strictObject({ isLess: z.literal(true) });

type Steps = Pick<Case, 'steps'>;

/** What was decided against who asks, by where the case stood and what was done last. */
export const reconsidered = ({ steps }: Steps): Reconsidered =>
  requestedAt(
    steps,
    steps.findLastIndex(({ move }) => move === 'reconsider'),
  );

function requestedAt(steps: Case['steps'], at: number): Reconsidered {
  const from = steps[at]?.fromState ?? 'refused';
  if (from !== 'granted') return from as 'refused' | 'revoked';
  const stated = Request.safeParse(steps[at]?.outcome);
  if (stated.success) return stated.data.of;
  // A request of before it was stated is of what was done last.
  const last = steps
    .slice(0, at)
    .findLast(({ move }) => ['grant', 'amend', 'restore', 'end'].includes(move));
  return last?.move === 'end' ? 'ended' : 'granted';
}

/**
 * What of a granted case nobody has asked to reconsider yet: that less was granted than was asked for, and that it was ended by
 * others than the founder. While one is looked at the other waits, and its term begins anew with that decision.
 */
export function notReconsidered({ steps }: Steps): OfGranted[] {
  const at = {
    granted: steps.findLastIndex(
      ({ move, outcome }) => move === 'grant' && LessGranted.safeParse(outcome).success,
    ),
    ended: steps.findLastIndex(({ move }) => move === 'end'),
  };
  const isAsked = (of: OfGranted) =>
    steps.some(
      ({ move }, index) =>
        move === 'reconsider' && index > at[of] && requestedAt(steps, index) === of,
    );
  const isOpen = (of: OfGranted) =>
    at[of] >= 0 && !isAsked(of) && (of !== 'ended' || steps[at.ended]?.reason !== 'surrendered');
  return ofGranted.filter(isOpen);
}

/** What can be reconsidered of a granted case whose term to ask runs: what is open, or what was done last in those of before. */
export function reconsiderableOf(application: Steps & Pick<Case, 'reconsiderBy'>): OfGranted[] {
  if (application.reconsiderBy === null) return [];
  const open = notReconsidered(application);
  if (open.length > 0) return open;
  const { steps } = application;
  return [requestedAt([...steps, asked], steps.length) as OfGranted];
}
const asked = { move: 'reconsider', fromState: 'granted', outcome: null } as Case['steps'][number];

import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

export const recommendations = ['grant', 'refuse'] as const;
export type Recommendation = (typeof recommendations)[number];

/** What a park or a county says of a case to the next desk; only reviewers read it. */
export type Review = { recommends: Recommendation; inside: string };

/**
 * Reviews a case at the park (初审) or the county (复审) and passes it on with a recommendation.
 * @returns the id of the step
 * @throws Refusal for who has to step aside, or recommends a refusal without saying why
 */
export async function reviewApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { recommends, inside }: Review,
): Promise<number> {
  const application = await openCase(tx, seen);
  const move = application.state === 'park-review' ? 'pass-park' : 'pass-county';
  await refuseAtOtherDesk(tx, by, application, move);
  refuseIf([
    recommends === 'refuse' &&
      inside.trim() === '' && { field: 'inside', key: 'web.field.required' },
  ]);
  return moveApplication(tx, by, application, {
    move,
    inside: inside.trim(),
    outcome: { recommends },
  });
}

/** Sends a case back to the desk before, which has to look again. @throws Refusal without a word why */
export async function sendBack(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { inside }: { inside: string },
): Promise<number> {
  const application = await openCase(tx, seen);
  const move = application.state === 'county-review' ? 'back-to-park' : 'back-to-county';
  await refuseAtOtherDesk(tx, by, application, move);
  refuseIf([inside.trim() === '' && { field: 'inside', key: 'web.field.required' }]);
  return moveApplication(tx, by, application, { move, inside: inside.trim() });
}

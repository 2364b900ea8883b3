import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict } from '../language/refusal.js';
import { hasWaiver } from './has-waiver.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { tellWithdrawn } from './tell-objectors.js';

/**
 * Withdraws a case that is not decided yet; who objected to it and has no answer is told. @returns the id of the step
 * @throws Conflict where something was granted, of which more is on public notice
 */
export async function withdrawApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { note }: { note: string },
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'withdraw');
  if (await hasWaiver(tx, application)) throw new Conflict('waivers.not-at-this-step');
  const stepId = await moveApplication(tx, by, application, { move: 'withdraw', note });
  if (application.state === 'notice') await tellWithdrawn(tx, by, application);
  return stepId;
}

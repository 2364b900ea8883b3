import { today } from '../calendar/days.js';
import { isProvisional } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { dueDays } from './clock.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

/** Accepts a case (受理): the first review begins. @returns the id of the step */
export async function acceptApplication(tx: Tx, by: Actor, seen: SeenCase): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'accept');
  const stepId = await moveApplication(tx, by, application, { move: 'accept' });
  const { calendar } = application;
  const clock = { calendar, steps: application.steps, on: today(by.at) };
  const { determineBy } = dueDays('park-review', application.rules.limits, clock);
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'acceptance',
    determineBy,
    isProvisional: determineBy !== null && isProvisional(calendar, determineBy),
  });
  return stepId;
}

import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { assessCase } from './assess-case.js';
import { type Determination, keepForCase } from './determine-application.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { reasonFault } from './reasons.js';

/**
 * Does not accept a case (不予受理), for a reason that the letter names with what the law gives against it.
 * @returns the id of the step
 * @throws Refusal without a reason and a word to the founder
 */
export async function declineApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { reason, note }: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'decline');
  const { assessment } = await assessCase(tx, application);
  refuseIf([
    reasonFault('decline', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await keepForCase(tx, application);
  const refused = assessment.schedule.total;
  const stated = { reason, note: note.trim() };
  const stepId = await moveApplication(tx, by, application, {
    move: 'decline',
    ...stated,
    sum: { refused },
  });
  const { clause } = application.rules.limits;
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'non-acceptance',
    ...stated,
    refused,
    clauses: clause === null ? [] : [clause],
  });
  return stepId;
}

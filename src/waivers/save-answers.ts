import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { Answers, answersOf } from './answers.js';
import { openCase, type SeenCase } from './open-case.js';
import { isOpenField } from './open-fields.js';
import { canFillIn } from './permissions.js';

/**
 * Saves answers of a draft, or the open ones of a case that was returned. It is not history yet: what is handed in
 * is kept as an edition.
 * @throws Refusal for a field that is not open; Forbidden for who may not fill it in; Conflict when it changed meanwhile
 */
export async function saveAnswers(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  change: Partial<Answers>,
): Promise<void> {
  const application = await openCase(tx, seen);
  allow(canFillIn(await actingAccount(tx, by), application));
  const closed = Object.keys(change).filter(
    (name) => !isOpenField(application, { field: name === 'graduatedOn' ? 'categories' : name }),
  );
  refuseIf(closed.map((field) => ({ field, key: 'waivers.fault.not-open' })));
  const answers = Answers.parse({ ...answersOf(application.answers), ...change });
  const { count } = await tx.waiverApplication.updateMany({
    where: { id: application.id, version: application.version },
    data: { answers, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
}

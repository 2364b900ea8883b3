import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { announceAll } from '../../outbox/announce.js';
import { actingAccount } from '../../people/acting-viewer.js';
import { homeParkId } from '../../people/whereabouts.js';
import { allow } from '../../web/errors.js';
import { canLogVentures } from '../permissions.js';
import { ventureHref } from '../residency-present.js';
import { chosenVentures, reachable, whyNotTold } from './chosen-ventures.js';

/** @property people how many were shown as those to be told */
export type Telling = { numbers: string[]; people: number; text: string };

/**
 * Tells the founders of several ventures one thing: each person once, however many of the ventures are theirs.
 * @throws Forbidden for a venture of another park; Conflict where those to be told are no longer those that were shown
 */
export async function tellFounders(
  tx: Tx,
  by: Actor,
  { numbers, people, text }: Telling,
): Promise<void> {
  const viewer = await actingAccount(tx, by);
  allow(canLogVentures(viewer));
  const ventures = await chosenVentures(tx, viewer, numbers, today(by.at));
  const isOwn = ventures.every((venture) => whyNotTold(viewer, venture) !== 'not-yours');
  allow(isOwn && ventures.length === numbers.length);
  const told = new Map(
    ventures.flatMap((venture) => reachable(venture).map(({ id }) => [id, venture] as const)),
  );
  refuseIf([told.size === 0 && { field: '', key: 'ventures.batch.nothing' }]);
  if (told.size !== people) throw new Conflict('ventures.batch.moved');
  await announceAll(
    tx,
    by,
    [...told].map(([personId, venture]) => ({
      personId,
      key: 'ventures.message.told',
      values: { text, who: viewer.name },
      href: ventureHref(venture),
    })),
  );
  recordEvents(
    tx,
    by,
    ventures.map((venture) => ({
      verb: 'venture.told',
      subjectKind: 'venture',
      subjectId: venture.id,
      ventureId: venture.id,
      parkId: homeParkId(venture),
      reason: text,
      detail: { people: reachable(venture).length },
    })),
  );
}

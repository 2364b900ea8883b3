import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { canSeePublishers, seesMembers } from './permissions.js';
import type { Edition, PublishedFigure } from './published-queries.js';

/**
 * Records that somebody takes the list of an edition's members out of the system, before its first line goes.
 * @throws Forbidden for who does not see every record in it
 */
export async function takeMembers(
  tx: Tx,
  by: Actor,
  { figure, edition }: { figure: PublishedFigure; edition: Edition },
): Promise<void> {
  const viewer = await actingAccount(tx, by);
  allow(canSeePublishers(viewer) && (await seesMembers(tx, viewer, figure, edition)));
  recordEvent(tx, by, {
    verb: 'figure.exported',
    subjectKind: 'export',
    subjectId: figure.id,
    detail: { number: figure.number, edition: edition.edition },
  });
}

import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { Act } from '../history/acts.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow, found } from '../web/errors.js';
import { canKeepViews, canRemoveView } from './permissions.js';

/** Takes a view off its list. @throws Conflict when it is gone already */
export const removeView = (tx: Tx, by: Actor, id: number): Promise<void> =>
  changeView(tx, by, id, { verb: 'list-view.removed', from: null, to: by.at });

/** Puts a removed view back. @throws Conflict when it is there, or another of its name is */
export const restoreView = (tx: Tx, by: Actor, id: number): Promise<void> =>
  changeView(tx, by, id, { verb: 'list-view.restored', from: { not: null }, to: null });

async function changeView(
  tx: Tx,
  by: Actor,
  id: number,
  { verb, from, to }: { verb: Act; from: null | { not: null }; to: Date | null },
): Promise<void> {
  const viewer = await actingAccount(tx, by);
  allow(canKeepViews(viewer));
  const view = found(await tx.listView.findUnique({ where: { id } }));
  const { list, name, accountId } = view;
  allow(canRemoveView(viewer, view));
  const another =
    to === null &&
    (await tx.listView.findFirst({ where: { list, name, accountId, removedAt: null } }));
  const { count } = another
    ? { count: 0 }
    : await tx.listView.updateMany({ where: { id, removedAt: from }, data: { removedAt: to } });
  if (count === 0) throw new Conflict('lists.views.changed');
  recordEvent(tx, by, {
    verb,
    subjectKind: 'list-view',
    subjectId: id,
    detail: { name },
  });
}

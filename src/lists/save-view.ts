import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { SavedList } from '../people/saved-list.js';
import type { Viewer } from '../people/viewer.js';
import { allow } from '../web/errors.js';
import { canKeepViews, canShareWith } from './permissions.js';
import { mostViews } from './view-queries.js';

export type NewView = {
  name: string;
  /** As the list itself writes it. */
  address: string;
  /** The park whose managers have the view, too; null keeps it to oneself. */
  parkId: number | null;
};

/**
 * Keeps under a name what a list is narrowed and arranged by; one of that name is kept as it is now. It holds no rows:
 * whoever opens it reads what is in the own sight.
 * @returns its id
 * @throws Refusal for a park that it cannot be shared with, and beyond as many as one can have
 */
export async function saveView(
  tx: Tx,
  by: Actor,
  list: SavedList,
  { name, address, parkId }: NewView,
): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canKeepViews(viewer) && list.canSee(viewer));
  const own = await tx.listView.findMany({
    where: { accountId: viewer.accountId, removedAt: null },
    select: { id: true, list: true, name: true },
  });
  const same = own.find((view) => view.list === list.key && view.name === name);
  refuseIf([
    parkId !== null &&
      !isShareable(viewer, list, parkId) && { field: 'parkId', key: 'web.field.choose' },
    !same &&
      own.length >= mostViews && {
        field: 'name',
        key: 'lists.views.too-many',
        values: { n: mostViews },
      },
  ]);
  const data = { address, parkId, savedAt: by.at };
  const { id } = same
    ? await tx.listView.update({ where: { id: same.id }, data })
    : await tx.listView.create({
        data: { list: list.key, name, accountId: viewer.accountId, ...data },
      });
  recordEvent(tx, by, {
    verb: 'list-view.saved',
    subjectKind: 'list-view',
    subjectId: id,
    detail: { name, query: address, sharedParkId: parkId },
  });
  return id;
}

const isShareable = (viewer: Viewer, list: SavedList, parkId: number): boolean =>
  list.isShared && canShareWith(viewer, parkId);

import type { Reads } from '../database/database.js';
import { lastDayOf } from '../ledger/forms.js';
import { canReadTotals, findScope } from '../ledger/seen-scope.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { Edition, PublishedFigure } from './published-queries.js';

/** Who reads which member of the staff published: the public reads the bureau. */
export const canSeePublishers = (viewer: Viewer | null): boolean =>
  viewer !== null && canReadTotals(viewer);

/** Whether the records of an edition are the viewer's to see: the scope, and every park that was in it. */
export async function seesMembers(
  reads: Reads,
  viewer: Viewer | null,
  figure: PublishedFigure,
  { parkIds }: Edition,
): Promise<boolean> {
  if (viewer === null || !canReadTotals(viewer)) return false;
  if ((await findScope(reads, viewer, figure.scope, lastDayOf(figure))) === null) return false;
  const inScope = { AND: [parksInScope(viewer), { id: { in: parkIds } }] };
  return (await reads.park.count({ where: inScope })) === parkIds.length;
}

import { today } from '../calendar/days.js';
import { parksOn } from '../ledger/parks-on.js';
import { thresholdsOn } from '../parks/thresholds.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdsOf, parksCounted, parksInSight } from '../ventures/park-choices.js';
import type { Deps } from '../web/deps.js';
import { WrongQuery } from '../web/errors.js';
import { readQuery } from '../web/read-query.js';
import { ReachFilter, VisitFilter } from './filter.js';
import { visitsWhere } from './queries.js';
import type { ReachOf } from './reach.js';

/**
 * The visits that an address asks for, among those that the viewer sees; a region has the parks of their last day.
 * @throws WrongQuery for what cannot be read
 */
export async function visitsInView({ db, clock }: Deps, viewer: Viewer, query: unknown) {
  const filter = readQuery(VisitFilter, { query });
  const day = filter.countiesOn ?? filter.to ?? today(clock.now());
  const parks = parksInSight(viewer, await parksOn(db, day));
  return { filter, parks, where: await visitsWhere(db, viewer, filter, parks) };
}

/** The residents that an address asks for. @throws WrongQuery for what cannot be read, and a day that has not come */
export async function reachInView({ db, clock }: Deps, viewer: Viewer, query: unknown) {
  const filter = readQuery(ReachFilter, { query });
  const now = today(clock.now());
  const asOf = filter.asOf ?? now;
  if (asOf > now) throw new WrongQuery([{ field: 'asOf', key: 'calendar.in-future' }]);
  const all = await parksOn(db, asOf);
  const parks = parksInSight(viewer, all);
  const parkIds = parkIdsOf(filter, parks) ?? parksCounted(viewer, all).map(({ id }) => id);
  const overdueDays = (await thresholdsOn(db, asOf))['visit-days'];
  const of: ReachOf = { parkIds, asOf, overdueDays };
  return { filter, parks, of };
}

import { today } from '../calendar/days.js';
import { parksOn } from '../ledger/parks-on.js';
import type { Viewer } from '../people/viewer.js';
import { asOfDay } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { VentureFilter } from './filter.js';
import { parksInSight } from './park-choices.js';
import { selectionOf } from './selection.js';

/**
 * Which ventures an address asks for, over the parks that the viewer sees.
 * @throws BadRequest for what cannot be read, and for a day that has not come: another list would pass for the one asked
 */
export async function venturesInView({ db, clock }: Deps, viewer: Viewer, query: Sent) {
  asOfDay({ query }, clock);
  const filter = readQuery(VentureFilter, { query });
  const all = await parksOn(db, filter.asOf ?? today(clock.now()));
  const parks = parksInSight(viewer, all);
  const parkOf = new Map(all.map((park) => [park.id, park]));
  return { filter, parks, parkOf, selection: selectionOf(filter, parks, clock) };
}

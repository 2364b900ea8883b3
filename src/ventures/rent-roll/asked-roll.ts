import { today } from '../../calendar/days.js';
import { plainWidth } from '../../input/plain-width.js';
import { parksOn } from '../../ledger/parks-on.js';
import type { Viewer } from '../../people/viewer.js';
import { asOfDay } from '../../web/as-of.js';
import type { Deps } from '../../web/deps.js';
import type { Sent } from '../../web/form-body.js';
import { readQuery } from '../../web/read-query.js';
import { parkIdsOf, parksInSight } from '../park-choices.js';
import { RollFilter } from './roll-filter.js';
import type { RollQuery } from './roll-sql.js';

const mostWords = 6;

/** Which leases an address asks for, over the parks that the viewer sees. @throws BadRequest for what cannot be read */
export async function rollInView({ db, clock }: Deps, viewer: Viewer, sent: Sent) {
  asOfDay({ query: sent }, clock);
  const filter = readQuery(RollFilter, { query: sent });
  const asOf = filter.asOf ?? today(clock.now());
  const all = await parksOn(db, asOf);
  const parks = parksInSight(viewer, all);
  const { state, relief, ends, sort, order } = filter;
  const query: RollQuery = {
    asOf,
    parkIds: parkIdsOf(filter, parks) ?? parks.map(({ id }) => id),
    words: plainWidth(filter.q).toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords),
    state,
    relief,
    ends,
    sort,
    order,
  };
  return { filter, asOf, parks, parkOf: new Map(all.map((park) => [park.id, park])), query };
}
export type RollInView = Awaited<ReturnType<typeof rollInView>>;

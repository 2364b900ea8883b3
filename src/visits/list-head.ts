import type { Say } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import { type ReachFilter, reachStates, visitsAddress } from './filter.js';
import { canLogVisits } from './permissions.js';
import type { Reach } from './reach.js';

type Place = Pick<ReachFilter, 'park' | 'region'>;

/** What was done, and beside it the residents by when somebody was there. */
export function visitTabs(
  here: 'list' | ReachFilter['state'],
  { reach, place, asOf }: { reach: Reach; place: Place; asOf: string | null },
  say: Say,
) {
  return [
    {
      // The list is of a period; a day is of those who were reached.
      href: visitsAddress('/visits', { park: place.park, region: place.region }),
      label: say('visits.tab.list'),
      count: null,
      current: here === 'list',
    },
    ...reachStates.map((state) => ({
      href: visitsAddress('/visits/reach', { state, ...place, asOf }),
      label: say(`visits.tab.${state}`),
      count: reach[state],
      current: here === state,
    })),
  ];
}

/** Where a visit is logged: in the park that is looked at, if it is open. */
export function newVisitAction(
  viewer: Viewer,
  { park, parks }: { park: string | null; parks: ParkWithRegion[] },
  say: Say,
) {
  if (!canLogVisits(viewer)) return [];
  const open = parks.find(({ number, closedOn }) => number === park && closedOn === null);
  const href = open ? `/visits/new?park=${open.number}` : '/visits/new';
  return [{ href, label: say('visits.log.title') }];
}

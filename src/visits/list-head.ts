import type { Say } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { type ReachFilter, reachStates, visitsAddress } from './filter.js';
import { canLogVisits } from './policy.js';
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
      ...{ href: visitsAddress('/visits', place), label: say('visits.tab.list'), count: null },
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

/** Where a visit is logged, in the park that is looked at. */
export const newVisitAction = (viewer: Viewer, { park }: { park: string | null }, say: Say) =>
  canLogVisits(viewer)
    ? [
        {
          href: park === null ? '/visits/new' : `/visits/new?park=${park}`,
          label: say('visits.log.title'),
        },
      ]
    : [];

import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { Whereabouts } from '../people/whereabouts.js';
import { visitsOfOwnTime } from '../ventures/own-time.js';
import { parkName } from '../ventures/residency-present.js';
import { visitsAddress } from './filter.js';
import { canReadVisit, canSeeVisits, canWriteVisit } from './permissions.js';
import { kindText, visitHref } from './present.js';
import { visitsOfVenture } from './queries.js';

const shown = 5;

type Stay = Whereabouts['residencies'][number] & { park: { nameZh: string; nameEn: string } };
type Visited = { id: number; number: string; loggedParkId: number; residencies: Stay[] };

/**
 * What was done for a venture, for its page: when it was seen last, and the last visits. Who does not read visits,
 * its founder, or not those of that park, is told that they were, not what was noted.
 */
export async function venturePanel(
  reads: Reads,
  viewer: Viewer,
  venture: Visited,
  now: Day,
  { say, lang }: Voice,
) {
  const { id, number, residencies } = venture;
  const visits = await visitsOfVenture(reads, {
    of: visitsOfOwnTime(viewer, venture),
    ventureId: id,
    until: now,
    take: shown,
  });
  const [last] = visits;
  const stay = residencies.find(({ endedOn }) => endedOn === null);
  // A visit is of a park that the venture was in.
  const parkOf = new Map(residencies.map(({ parkId, park }) => [parkId, parkName(park, lang)]));
  return {
    last: last
      ? say('visits.panel.last', { kind: kindText(last.kind, say), day: day(last.madeOn, lang) })
      : null,
    rows: visits.map((visit) => ({
      day: day(visit.madeOn, lang),
      kind: kindText(visit.kind, say),
      by: visit.madeBy,
      park: parkOf.get(visit.parkId) ?? '',
      ...(canReadVisit(viewer, visit)
        ? { href: visitHref(visit), note: visit.note }
        : { href: null, note: '' }),
    })),
    allHref: last && canSeeVisits(viewer) ? visitsAddress('/visits', { venture: number }) : null,
    logHref: stay && canWriteVisit(viewer, stay) ? `/visits/new?venture=${number}` : null,
  };
}

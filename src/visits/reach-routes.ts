import { type Request, type Response, Router } from 'express';
import { daysBetween } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { viewerOf } from '../people/viewer.js';
import { filterChoices } from '../ventures/present-list.js';
import { parkName, ventureHref } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { visitsAddress } from './filter.js';
import { reachInView } from './in-view.js';
import { newVisitAction, visitTabs } from './list-head.js';
import { canSeeVisits, canWriteVisit } from './permissions.js';
import { countReach, type Resident, residentsIn, servedDays } from './reach.js';

const residentsOnAPage = 50;

/** The residents by when somebody was there last: served, overdue, to be followed up. */
export function reachRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/visits/reach', (req, res) => showReach(deps, req, res));
  return router;
}

async function showReach(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeVisits(viewer));
  const { filter, parks, of } = await reachInView(deps, viewer, req.query);
  const { state, page: asked, ...place } = filter;
  const voice = frameOf(res);
  const { say, lang } = voice;
  const reach = await countReach(deps.db, of);
  const last = Math.max(1, Math.ceil(reach[state] / residentsOnAPage));
  const offset = (Math.min(asked, last) - 1) * residentsOnAPage;
  const rows = await residentsIn(deps.db, { ...of, state }, { offset, limit: residentsOnAPage });
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const kept = { state, ...place };
  page(res, 'visits/reach', {
    title: say('visits.title'),
    actions: newVisitAction(viewer, { park: place.park, parks }, say),
    tabs: visitTabs(state, { reach, place, asOf: place.asOf }, say),
    heading: say(`visits.tab.${state}`),
    state,
    hasChoices: Object.values(place).some(Boolean),
    clear: `/visits/reach?state=${state}`,
    lead: say(`visits.reach.${state}`, { days: state === 'served' ? servedDays : of.overdueDays }),
    asOf: say('visits.reach.of', {
      day: day(of.asOf, lang),
      n: reach[state],
      residents: reach.residents,
    }),
    form: formView(say, {
      ...place,
      park: place.park ?? '',
      region: place.region ?? '',
      asOf: of.asOf,
    }),
    choices: filterChoices(parks, voice),
    thresholdsHref: state === 'overdue' ? '/reports/thresholds' : null,
    lines: rows.map((row) => ({
      ...presentResident(row, of.asOf, voice),
      park: nameOf(parkOf.get(row.parkId), voice),
      logHref: canWriteVisit(viewer, row)
        ? `/visits/new?park=${parkOf.get(row.parkId)?.number}&venture=${row.number}`
        : null,
    })),
    csv: visitsAddress('/visits/reach.csv', kept),
    xlsx: visitsAddress('/visits/reach.xlsx', kept),
    pages: pagesOf(say, { total: reach[state], page: asked, size: residentsOnAPage }, (to) =>
      visitsAddress('/visits/reach', { ...kept, page: to }),
    ),
  });
}

const nameOf = (park: { nameZh: string; nameEn: string } | undefined, { lang }: Voice): string =>
  park ? parkName(park, lang) : '';

function presentResident(row: Resident, asOf: string, { say, lang }: Voice) {
  return {
    href: ventureHref(row),
    number: row.number,
    name: row.name,
    arrived: day(row.beganOn, lang),
    last: row.lastOn === null ? say('visits.never') : day(row.lastOn, lang),
    ago:
      row.lastOn === null
        ? say('visits.days-here', { n: daysBetween(row.beganOn, asOf) })
        : say('visits.days-ago', { n: daysBetween(row.lastOn, asOf) }),
  };
}

import { type Request, type Response, Router } from 'express';
import { daysBetween } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import { filterChoices } from '../ventures/present-list.js';
import { parkName, ventureHref } from '../ventures/residency-present.js';
import { densityOf } from '../web/density.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { type Cells, tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { chosenReach } from './chosen-filters.js';
import { visitsAddress } from './filter.js';
import { reachInView } from './in-view.js';
import { newVisitAction, visitTabs } from './list-head.js';
import { canSeeVisits, canWriteVisit } from './permissions.js';
import { countReach, type Resident, residentsIn, servedDays } from './reach.js';
import { reachColumns } from './reach-columns.js';
import { reachList } from './reach-list.js';

const residentsOnAPage = 50;

/** The residents by when somebody was there last: served, overdue, to be followed up. */
export function reachRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/visits/reach', (req, res) => showReach(deps, req, res));
  return router;
}

async function showReach(deps: ListToolsDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeVisits(viewer));
  const { filter, parks, of } = await reachInView(deps, viewer, req.query);
  const { page: asked, ...kept } = filter;
  const { state, park, region, asOf, sort, order } = kept;
  const place = { park, region, asOf };
  const voice = frameOf(res);
  const { say, lang } = voice;
  const reach = await countReach(deps.db, of);
  const last = Math.max(1, Math.ceil(reach[state] / residentsOnAPage));
  const offset = (Math.min(asked, last) - 1) * residentsOnAPage;
  const rows = await residentsIn(
    deps.db,
    { ...of, state },
    {
      offset,
      limit: residentsOnAPage,
      sort,
      order,
    },
  );
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const choices = filterChoices(parks, voice);
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
      park: park ?? '',
      region: region ?? '',
      asOf: of.asOf,
      sort,
      order: order ?? '',
    }),
    choices,
    chosen: chosenReach(kept, choices, voice),
    tools: await deps.listTools(
      deps.db,
      viewer,
      reachList,
      {
        here: visitsAddress('/visits/reach', kept),
        usual: visitsAddress('/visits/reach', { ...kept, columns: null }),
        chosen: kept.columns,
        density: densityOf(req, res, { secure: deps.config.secureCookies, say }),
      },
      voice,
    ),
    thresholdsHref: state === 'overdue' ? '/reports/thresholds' : null,
    table: tableOf(
      reachColumns,
      filter,
      rows.map((row) => ({
        cells: presentResident(row, { viewer, asOf: of.asOf, park: parkOf.get(row.parkId) }, voice),
      })),
      { say, hrefOf: (to) => visitsAddress('/visits/reach', Object.assign({}, kept, to)) },
    ),
    csv: visitsAddress('/visits/reach.csv', kept),
    xlsx: visitsAddress('/visits/reach.xlsx', kept),
    pages: pagesOf(say, { total: reach[state], page: asked, size: residentsOnAPage }, (to) =>
      visitsAddress('/visits/reach', { ...kept, page: to }),
    ),
  });
}

function presentResident(
  row: Resident,
  { viewer, asOf, park }: { viewer: Viewer; asOf: string; park: ParkWithRegion | undefined },
  { say, lang }: Voice,
): Cells<typeof reachColumns> {
  return {
    name: { text: row.name, href: ventureHref(row) },
    number: row.number,
    park: park ? parkName(park, lang) : null,
    arrived: day(row.beganOn, lang),
    last: {
      text: row.lastOn === null ? say('visits.never') : day(row.lastOn, lang),
      small:
        row.lastOn === null
          ? say('visits.days-here', { n: daysBetween(row.beganOn, asOf) })
          : say('visits.days-ago', { n: daysBetween(row.lastOn, asOf) }),
      act:
        park && canWriteVisit(viewer, row)
          ? {
              href: `/visits/new?park=${park.number}&venture=${row.number}`,
              label: say('visits.log.title'),
              of: row.name,
              isLink: true,
            }
          : null,
    },
  };
}

import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { jobHref, largeExport } from '../exports/job-address.js';
import { thresholdsOn } from '../parks/thresholds.js';
import { letKeepCopy } from '../people/offline-copy.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { parkIdsOf, parksToFilterBy } from '../ventures/park-choices.js';
import { filterChoices } from '../ventures/present-list.js';
import { densityOf } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { chosenFilters } from './chosen-filters.js';
import { type VisitFilter, visitStates, visitsAddress } from './filter.js';
import { visitsInView } from './in-view.js';
import { newVisitAction, visitTabs } from './list-head.js';
import { canSeeVisits } from './permissions.js';
import { kindOptions, presentLine } from './present.js';
import { listVisits, visitsOnAPage } from './queries.js';
import { countReach } from './reach.js';
import { visitColumns } from './visit-columns.js';
import { visitList } from './visit-list.js';

/** The list of visits. */
export function visitListRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/visits', (req, res) => showList(deps, req, res));
  return router;
}

async function showList(deps: ListToolsDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeVisits(viewer));
  letKeepCopy(res);
  const { filter, parks, where } = await visitsInView(deps, viewer, req.query);
  const { rows, total, served } = await listVisits(deps.db, where, filter);
  const voice = frameOf(res);
  const { say } = voice;
  const { page: number, ...kept } = filter;
  const { park, region } = kept;
  const { columns, sort, order, ...narrowed } = kept;
  const choices = {
    ...filterChoices(parks, voice),
    kinds: kindOptions(say),
    states: visitStates.map((value) => ({ value, label: say(`visits.state.${value}`) })),
  };
  page(res, 'visits/list', {
    title: say('visits.title'),
    actions: newVisitAction(viewer, { park, parks }, say),
    tabs: visitTabs(
      'list',
      { reach: await reachNow(deps, viewer, filter), place: { park, region }, asOf: null },
      say,
    ),
    form: formView(say, typedOf(kept)),
    hasChoices: Object.values(narrowed).some(Boolean),
    choices,
    chosen: chosenFilters(kept, choices, voice),
    tools: await deps.listTools(
      deps.db,
      viewer,
      visitList,
      {
        here: visitsAddress('/visits', kept),
        usual: visitsAddress('/visits', { ...kept, columns: null }),
        chosen: columns,
        density: densityOf(req, res, { secure: deps.config.secureCookies, say }),
      },
      voice,
    ),
    table: tableOf(
      visitColumns,
      filter,
      rows.map((row) => ({ cells: presentLine(row, voice) })),
      { say, hrefOf: (to) => visitsAddress('/visits', Object.assign({}, kept, to)) },
    ),
    sum: say('visits.sum', { n: total, ventures: served }),
    exportNote: say('visits.export-note', { rows: served }),
    csv: visitsAddress('/visits.csv', kept),
    xlsx: visitsAddress('/visits.xlsx', kept),
    job: served > largeExport ? jobHref(visitsAddress('/visits.xlsx', kept)) : null,
    pages: pagesOf(say, { total, page: number, size: visitsOnAPage }, (to) =>
      visitsAddress('/visits', { ...kept, page: to }),
    ),
  });
}

async function reachNow({ db, clock }: Deps, viewer: Viewer, filter: VisitFilter) {
  const now = today(clock.now());
  const overdueDays = (await thresholdsOn(db, now))['visit-days'];
  const parks = await parksToFilterBy(db, viewer);
  const parkIds = parkIdsOf(filter, parks) ?? parks.map(({ id }) => id);
  return countReach(db, { parkIds, asOf: now, overdueDays });
}

const typedOf = (filter: Omit<VisitFilter, 'page'>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? '']));

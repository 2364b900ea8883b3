import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { jobHref, largeExport } from '../exports/job-address.js';
import { thresholdsOn } from '../parks/thresholds.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { parkIdsOf, parksToFilterBy } from '../ventures/park-choices.js';
import { filterChoices } from '../ventures/present-list.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { type VisitFilter, visitStates, visitsAddress } from './filter.js';
import { visitsInView } from './in-view.js';
import { newVisitAction, visitTabs } from './list-head.js';
import { canSeeVisits } from './permissions.js';
import { kindOptions, presentLine } from './present.js';
import { listVisits, visitsOnAPage } from './queries.js';
import { countReach } from './reach.js';

/** The list of visits. */
export function visitListRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/visits', (req, res) => showList(deps, req, res));
  return router;
}

async function showList(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeVisits(viewer));
  const { filter, parks, where } = await visitsInView(deps, viewer, req.query);
  const { rows, total, served } = await listVisits(deps.db, where, filter.page);
  const voice = frameOf(res);
  const { say } = voice;
  const { page: number, ...kept } = filter;
  const { park, region } = kept;
  page(res, 'visits/list', {
    title: say('visits.title'),
    actions: newVisitAction(viewer, { park, parks }, say),
    tabs: visitTabs(
      'list',
      { reach: await reachNow(deps, viewer, filter), place: { park, region }, asOf: null },
      say,
    ),
    form: formView(say, typedOf(kept)),
    hasChoices: Object.values(kept).some(Boolean),
    choices: {
      ...filterChoices(parks, voice),
      kinds: kindOptions(say),
      states: visitStates.map((value) => ({ value, label: say(`visits.state.${value}`) })),
    },
    lines: rows.map((row) => presentLine(row, voice)),
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

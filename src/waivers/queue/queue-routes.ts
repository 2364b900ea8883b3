import { type Request, type Response, Router } from 'express';
import { currentCalendar } from '../../calendar/stored-calendar.js';
import { jobHref, largeExport } from '../../exports/job-address.js';
import { catchUp } from '../../find/catch-up.js';
import type { FindDeps } from '../../find/deps.js';
import type { ListToolsDeps } from '../../people/saved-list.js';
import { viewerOf } from '../../people/viewer.js';
import { densityOf } from '../../web/density.js';
import { allow } from '../../web/errors.js';
import { formView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { tableOf } from '../../web/list-table.js';
import { pagesOf } from '../../web/pages.js';
import { unlessRefused } from '../../web/unless-refused.js';
import { page } from '../../web/views.js';
import { canSeeQueue } from '../permissions.js';
import { batchActs } from './batch-acts.js';
import { caseList } from './case-list.js';
import { choicesOf, chosenFilters } from './chosen-filters.js';
import { queueLine, tabRows } from './present-queue.js';
import { queueColumns } from './queue-columns.js';
import { queueAddress, queueFilter } from './queue-filter.js';
import { casesOnAPage, listQueue, policyNames } from './queue-queries.js';
import { tabIn } from './queue-tab.js';

/** The list that reviewers work through. */
export function queueRoutes(deps: FindDeps & ListToolsDeps): Router {
  const router = Router();
  router.get('/waivers/queue', (req, res) => showQueue(deps, req, res));
  return router;
}

async function showQueue(
  { db, clock, config, findables, listTools }: FindDeps & ListToolsDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeQueue(viewer));
  const filter = queueFilter(req);
  const tab = tabIn(filter, viewer);
  const frame = frameOf(res);
  const { say } = frame;
  const now = clock.now();
  const calendar = await currentCalendar(db);
  if (filter.q !== '') await unlessRefused(req, catchUp(db, findables));
  const policies = await policyNames(db);
  const choices = await choicesOf({ db }, viewer, policies, filter, frame);
  const query = { filter, tab, now, calendar, page: filter.page, order: filter };
  const { lines, counts } = await listQueue(db, viewer, query);
  const total = counts.get(tab) ?? 0;
  const here = queueAddress(filter);
  const context = { viewer, now, calendar, policies, here };
  const isFiltered = [filter.policy, filter.park, filter.age, filter.q || null].some(
    (text) => text !== null,
  );
  const { page: number, ...selection } = filter;
  const kept = { ...selection, tab };
  const table = tableOf(
    queueColumns,
    filter,
    lines.map((line) => queueLine(line, context, frame)),
    { say, hrefOf: (order) => queueAddress(Object.assign({}, kept, order)) },
  );
  const typed = Object.entries(selection).map(([name, value]) => [name, value ?? '']);
  page(res, 'waivers/queue', {
    title: say('waivers.queue.title'),
    tabs: tabRows(viewer, { filter, tab, counts }, frame),
    tab,
    isFiltered,
    table,
    tools: await listTools(
      db,
      viewer,
      caseList,
      {
        here: queueAddress(selection),
        usual: queueAddress({ ...selection, columns: null }),
        chosen: filter.columns,
        density: densityOf(req, res, { secure: config.secureCookies, say }),
      },
      frame,
    ),
    clear: queueAddress({ tab }),
    form: formView(say, Object.fromEntries(typed)),
    choices,
    chosen: chosenFilters(filter, choices, frame),
    acts: batchActs(viewer).map((value) => ({ value, label: say(`waivers.batch.${value}`) })),
    canChoose: table.canChoose && batchActs(viewer).length > 0,
    csv: queueAddress(kept, '/waivers/queue.csv'),
    xlsx: queueAddress(kept, '/waivers/queue.xlsx'),
    job: total > largeExport ? jobHref(queueAddress(kept, '/waivers/queue.xlsx')) : null,
    pages: pagesOf(say, { total, page: number, size: casesOnAPage }, (to) =>
      queueAddress({ ...filter, page: to }),
    ),
  });
}

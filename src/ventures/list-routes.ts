import { type Request, type Response, Router } from 'express';
import { jobHref, largeExport } from '../exports/job-address.js';
import { day } from '../language/format.js';
import type { Say } from '../language/say.js';
import { KeptPages } from '../ledger/kept-pages.js';
import { letKeepCopy } from '../people/offline-copy.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { filteredAddress } from '../web/addresses.js';
import { type Density, densityOf } from '../web/density.js';
import { allow } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import { bodyOf, type KeptBody } from '../web/views.js';
import { venturesInView } from './asked-ventures.js';
import { batchActsOf } from './batch/batch-acts.js';
import { listAddress, type VentureFilter } from './filter.js';
import { chosenFilters } from './filter-text.js';
import { listVentures, venturesOnAPage } from './list-ventures.js';
import { canCall, canLogVentures, canSeeDoubles, canSeeVentures } from './permissions.js';
import { filterChoices, presentLine } from './present-list.js';
import { ventureColumns } from './venture-columns.js';
import { ventureList } from './venture-list.js';

/** The list of ventures. */
export function listRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/ventures', (req, res) => showList(deps, req, res));
  return router;
}

/** One for each viewer: above the list stand the views that the viewer saved. */
const bodies = new KeptPages(200);

async function showList(deps: ListToolsDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeVentures(viewer));
  letKeepCopy(res);
  const density = densityOf(req, res, {
    secure: deps.config.secureCookies,
    say: frameOf(res).say,
  });
  const key = [viewer, req.originalUrl, density];
  await bodies.answer(deps, res, key, () => listBody(deps, req, res, density));
}

async function listBody(
  deps: ListToolsDeps,
  req: Request,
  res: Response,
  density: Density,
): Promise<KeptBody> {
  const { db } = deps;
  const viewer = viewerOf(res);
  const { filter, parks, parkOf, selection } = await venturesInView(
    deps,
    viewer,
    req.query as Sent,
  );
  const { lines, total } = await listVentures(db, viewer, selection, filter);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const { page: _, ...kept } = filter;
  const choices = filterChoices(parks, frame);
  const acts = batchActsOf(viewer);
  const isAll = req.query.all === '1';
  return bodyOf(res, 'ventures/list', {
    title: say('ventures.all'),
    actions: actionsOf(viewer, say),
    asOf: say('ventures.list.as-of', { day: day(selection.asOf, lang) }),
    ...filterOf(filter),
    form: formView(say, typedOf(filter)),
    choices,
    chosen: chosenFilters(filter, namesIn(choices), frame),
    tools: await deps.listTools(
      db,
      viewer,
      ventureList,
      {
        here: listAddress('/ventures', kept),
        usual: listAddress('/ventures', { ...kept, columns: null }),
        chosen: filter.columns,
        density,
      },
      frame,
    ),
    table: tableOf(
      ventureColumns,
      filter,
      lines.map((line) => ({
        choice:
          acts.length === 0
            ? null
            : {
                name: 'only',
                value: line.number,
                label: say('ventures.batch.choose', { venture: line.name }),
                isChosen: isAll || filter.only !== null,
              },
        cells: presentLine(
          line,
          { asOf: selection.asOf, parks: parkOf, showsPhone: canCall(viewer, line.homeParkId) },
          frame,
        ),
      })),
      { say, hrefOf: (order) => listAddress('/ventures', Object.assign({}, kept, order)) },
    ),
    acts: acts.map((value) => ({ value, label: say(`ventures.batch.${value}`) })),
    all: {
      label: say(isAll ? 'ventures.batch.none-of-page' : 'ventures.batch.all'),
      href: filteredAddress('/ventures', Object.assign({}, filter, { all: isAll ? null : 1 }), {
        sort: 'number',
        page: 1,
      }),
    },
    csv: listAddress('/ventures.csv', kept),
    xlsx: listAddress('/ventures.xlsx', kept),
    job: total > largeExport ? jobHref(listAddress('/ventures.xlsx', kept)) : null,
    pages: pagesOf(say, { total, page: filter.page, size: venturesOnAPage }, (number) =>
      listAddress('/ventures', { ...filter, page: number }),
    ),
  });
}

const namesIn = ({ parks, regions }: ReturnType<typeof filterChoices>): Map<string, string> =>
  new Map([...parks, ...regions].map(({ value, label }) => [value, label]));

function actionsOf(viewer: Viewer, say: Say) {
  const log = { href: '/ventures/new', label: say('ventures.list.log') };
  const doubles = { href: '/ventures/doubles', label: say('ventures.doubles.page') };
  const list = { href: '/imports', label: say('ventures.list.import') };
  const writing = canLogVentures(viewer) ? [log, list] : [];
  return [...writing, ...(canSeeDoubles(viewer) ? [doubles] : [])];
}

function filterOf({ sort, order, page, columns, asOf, ...chosen }: VentureFilter) {
  const isFiltered = Object.values(chosen).some(Boolean);
  return { hasChoices: isFiltered || asOf !== null, clear: '/ventures' };
}

const typedOf = (filter: VentureFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value ?? '')]));

import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { day } from '../language/format.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { type ExportFormat, exportFormats, sendTable } from '../reports/send-table.js';
import { tableOf } from '../reports/table.js';
import { asOfDay } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { exportColumns } from './export-columns.js';
import { listAddress, VentureFilter } from './filter.js';
import { countVentures, everyVenture, listVentures, venturesOnAPage } from './list-ventures.js';
import { everyPark, parksInSight } from './park-choices.js';
import { canLogVentures, canSeePhones, canSeeVentures } from './policy.js';
import { filterChoices, presentLine, sortHeads } from './present-list.js';
import { recordExport } from './record-export.js';
import { selectionOf } from './selection.js';

/** The list of ventures, and the same list as a file. */
export function listRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures', (req, res) => showList(deps, req, res));
  for (const format of exportFormats) {
    router.get(`/ventures.${format}`, (req, res) => sendList(deps, req, res, format));
  }
  return router;
}

/** @throws BadRequest for a day that does not exist or has not come: another day's list would pass for it */
async function asked({ db, clock }: Deps, req: Request, viewer: Viewer) {
  asOfDay(req, clock);
  const filter = VentureFilter.parse(req.query);
  const all = await everyPark(db);
  const parks = parksInSight(viewer, all);
  const parkOf = new Map(all.map((park) => [park.id, park]));
  return { filter, parks, parkOf, selection: selectionOf(filter, parks, clock) };
}

async function showList(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const viewer = viewerOf(res);
  allow(canSeeVentures(viewer));
  const { filter, parks, parkOf, selection } = await asked(deps, req, viewer);
  const { lines, total } = await listVentures(db, viewer, selection, filter);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const { page: _, ...kept } = filter;
  page(res, 'ventures/list', {
    title: say('ventures.all'),
    actions: canLogVentures(viewer)
      ? [{ href: '/ventures/new', label: say('ventures.list.log') }]
      : [],
    asOf: say('ventures.list.as-of', { day: day(selection.asOf, lang) }),
    ...filterOf(filter),
    form: formView(say, typedOf(filter)),
    choices: filterChoices(parks, frame),
    heads: sortHeads(filter, say),
    lines: lines.map((line) => presentLine(line, selection.asOf, parkOf, frame)),
    csv: listAddress('/ventures.csv', kept),
    xlsx: listAddress('/ventures.xlsx', kept),
    pages: pagesOf(say, { total, page: filter.page, size: venturesOnAPage }, (number) =>
      listAddress('/ventures', { ...filter, page: number }),
    ),
  });
}

function filterOf({ sort: _, order: __, page: ___, asOf, ...chosen }: VentureFilter) {
  const isFiltered = Object.values(chosen).some(Boolean);
  return { hasChoices: isFiltered || asOf !== null, clear: '/ventures' };
}

const typedOf = (filter: VentureFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value ?? '')]));

/** The export has the list's own filter, scope and permission; what it takes out is recorded first. */
async function sendList(
  deps: Deps,
  req: Request,
  res: Response,
  format: ExportFormat,
): Promise<void> {
  const { db, clock } = deps;
  const viewer = viewerOf(res);
  allow(canSeeVentures(viewer));
  const { filter, parkOf, selection } = await asked(deps, req, viewer);
  const rows = await countVentures(db, viewer, selection);
  if (req.method === 'GET') {
    const by = { accountId: viewer.accountId, at: clock.now() };
    await transact(db, (tx) => recordExport(tx, by, { format, rows, filter }));
  }
  const { say, lang } = frameOf(res);
  const columns = exportColumns({
    asOf: selection.asOf,
    parks: parkOf,
    showsPhones: (line) => canSeePhones(viewer, line),
    say,
    lang,
  });
  const name = `${say('ventures.all')} ${selection.asOf}`;
  const table = tableOf(name, columns, everyVenture(db, viewer, selection));
  await sendTable(req, res, table, format);
}

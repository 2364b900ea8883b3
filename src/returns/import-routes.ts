import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { month as monthText } from '../language/format.js';
import { Conflict, Refusal } from '../language/refusal.js';
import { closedAmong } from '../ledger/closed-months.js';
import { requireSignIn } from '../people/viewer.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, labelsOf, takeForm } from '../web/forms.js';
import { type Frame, frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import { gridRows } from './grid-rows.js';
import { headcountSheet } from './headcount-sheet.js';
import { presentImport } from './import-page.js';
import { readHeadcounts } from './read-headcounts.js';
import { canFill, isOpen } from './states.js';
import { readTableUpload, tableFileOf } from './table-upload.js';

/** Taking the table of a park's month, filled in: its body has a reader of its own, above that of forms. */
export function importUploadRoutes(deps: Deps): Router {
  const router = Router();
  router.post(
    '/returns/:month/:park/import',
    requireSignIn,
    readTableUpload,
    refuseForgery,
    (req, res) => preview(deps, req, res),
  );
  return router;
}

/** The page that takes it, and the table to download. */
export function importRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/:park/import', async (req, res) => {
    importPage(res, await open(deps, req, res), formView(sayTo(res), {}));
  });
  router.get('/returns/:month/:park/headcounts.xlsx', (req, res) => download(deps, req, res));
  return router;
}

/** @throws Conflict when the return is with the reviewers */
async function open(deps: Deps, req: Request, res: Response): Promise<AskedReturn> {
  const asked = await askedReturn(deps, req, res);
  allow(canFill(asked.viewer, asked.park.id));
  if (!isOpen(asked.standing.state)) throw new Conflict('returns.grid.handed-in');
  return asked;
}

async function download(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await open(deps, req, res);
  const { park, month } = asked;
  const rows = await rowsOf(deps, asked);
  const bytes = await headcountSheet(rows, { park: park.number, month, say: sayTo(res) });
  res.type('xlsx').set('Cache-Control', 'no-store');
  res.attachment(`headcounts-${park.number}-${month}.xlsx`).send(bytes);
}

/** Shows what the file would put into which cell. Nothing is kept: the form on the page carries it all. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await open(deps, req, res);
  const { park, month, href } = asked;
  const frame = frameOf(res);
  const rows = await rowsOf(deps, asked);
  const form = await takeForm(z.object({}), req.body, async () => {
    const about = { rows, park: park.number, month, say: frame.say };
    const read = await readHeadcounts(tableFileOf(res), about);
    if (!('cells' in read)) throw new Refusal([read]);
    return read.cells;
  });
  if (!form.ok) {
    const labels = labelsOf(frame.say, { file: 'returns.import.file' });
    return importPage(res.status(422), asked, formView(frame.say, {}, form.faults, labels));
  }
  const isClosed = (await closedAmong(deps.db, [month])).length > 0;
  page(res, 'returns/import-preview', {
    ...presentImport(rows, form.value, month, frame),
    crumbs: crumbsOf(asked, frame),
    closed: isClosed ? frame.say('returns.grid.closed') : null,
    action: `${href}/import/cells`,
    again: `${href}/import`,
  });
}

/** The ventures that are in the park at the month's end. */
const rowsOf = async ({ db }: Deps, { park, month }: AskedReturn) =>
  (await gridRows(db, { parkId: park.id, month })).filter(({ hasLeft }) => !hasLeft);

const crumbsOf = ({ park, month, href }: AskedReturn, { say, lang }: Frame) => [
  {
    href,
    label: say('returns.grid.title', {
      park: parkName(park, lang),
      month: monthText(month, lang),
    }),
  },
];

function importPage(res: Response, asked: AskedReturn, form: FormView): void {
  const frame = frameOf(res);
  const { month, href } = asked;
  page(res, 'returns/import', {
    title: frame.say('returns.import.title', { month: monthText(month, frame.lang) }),
    crumbs: crumbsOf(asked, frame),
    form,
    action: `${href}/import`,
    templateHref: `${href}/headcounts.xlsx`,
    hasErrors: form.summary.length > 0,
  });
}

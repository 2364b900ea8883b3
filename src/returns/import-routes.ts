import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Conflict } from '../language/refusal.js';
import { requireSignIn } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { refuseForgery } from '../web/forgery.js';
import { formView, takeForm } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { noteEvents } from '../web/note-events.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import { headcountSheet } from './headcount-sheet.js';
import { importPage, listColumns, previewColumns, previewFile, refused } from './import-table.js';
import { rowsOfTable } from './import-table-rows.js';
import { networkMark } from './row-stamp.js';
import { canFill, isOpen } from './states.js';
import { readCarriedTable, readTableUpload, tableFileOf } from './table-upload.js';

/**
 * Taking the table of a park's month, filled in, and which column of it is which: their bodies have readers of their
 * own, above that of forms.
 */
export function importUploadRoutes(deps: Deps): Router {
  const router = Router();
  const of = '/returns/:month/:park/import';
  const carried = [requireSignIn, readCarriedTable, refuseForgery, noteEvents];
  router.post(of, requireSignIn, readTableUpload, refuseForgery, noteEvents, async (req, res) => {
    const asked = await open(deps, req, res);
    const sent = await takeForm(z.object({}), req.body, async () => tableFileOf(res));
    if (!sent.ok) return refused(res, asked, sent.faults);
    await previewFile(deps, res, asked, sent.value);
  });
  router.post(`${of}/columns`, ...carried, async (req, res) => {
    await previewColumns(deps, req, res, await open(deps, req, res));
  });
  router.post(`${of}/heads`, ...carried, async (req, res) => {
    await listColumns(req, res, await open(deps, req, res));
  });
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
  const rows = await rowsOfTable(deps, asked);
  const network = await networkMark(deps.db);
  const about = { network, park: park.number, month, say: sayTo(res) };
  const bytes = await headcountSheet(rows, about);
  res.type('xlsx').set('Cache-Control', 'no-store');
  res.attachment(`headcounts-${park.number}-${month}.xlsx`).send(bytes);
}

import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { letKeepCopy } from '../people/offline-copy.js';
import { requireSignIn } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, NotFound } from '../web/errors.js';
import { refuseForgery } from '../web/forgery.js';
import { formReader } from '../web/form-body.js';
import { sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import type { PlainReceipt } from '../web/receipt-cookie.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import { copyLast, takeOver } from './fill-rows.js';
import { gridPage } from './grid-page.js';
import { importCells } from './import-cells.js';
import { type CellFault, cellName, readCells, readGrid } from './read-grid.js';
import { type CellConflict, saveCells } from './save-cells.js';
import { canFill } from './states.js';

/** Ten fields for each of a good thousand ventures. */
const readTable = formReader({ bytes: '2mb', fields: 15_000 });

/**
 * Filling in a park's return. A grid is a larger form than any other, so these stand above the reader of forms and
 * ask by themselves for the sign-in and the token.
 */
export function returnGridRoutes(deps: Deps): Router {
  const router = Router();
  const large = [requireSignIn, readTable, refuseForgery, noteEvents];
  router.post('/returns/:month/:park/grid', ...large, (req, res) =>
    save(deps, req, res, { lead: async ({ href }) => href, plain: 'grid-saved' }),
  );
  router.post('/returns/:month/:park/cells', ...large, (req, res) => saveSome(deps, req, res));
  router.post('/returns/:month/:park/copy', ...large, (req, res) =>
    save(deps, req, res, {
      plain: 'grid-copied',
      lead: async ({ href }, of, by) => {
        await transact(deps.db, (tx) => copyLast(tx, by, of));
        return href;
      },
    }),
  );
  router.post('/returns/:month/:park/takeover/:number', ...large, (req, res) =>
    save(deps, req, res, {
      plain: 'grid-taken-over',
      lead: async ({ href }, of, by) => {
        const { number } = req.params;
        const venture = await deps.db.venture.findUnique({ where: { number: String(number) } });
        if (!venture) throw new NotFound();
        await transact(deps.db, (tx) => takeOver(tx, by, of, venture.id));
        return `${href}#c.${venture.id}.headcount`;
      },
    }),
  );
  router.post('/returns/:month/:park/check', ...large, (req, res) =>
    save(deps, req, res, { lead: async ({ href }) => `${href}/submission`, plain: 'grid-saved' }),
  );
  router.post('/returns/:month/:park/import/cells', ...large, (req, res) =>
    save(deps, req, res, {
      lead: async ({ href }) => href,
      keeping: importCells,
      plain: 'grid-saved',
    }),
  );
  return router;
}

/** The page itself, with the grid in it where it may be filled in. */
export function parkReturnRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/:park', async (req, res) => {
    const asked = await askedReturn(deps, req, res);
    letKeepCopy(res);
    await gridPage(deps, res, asked);
  });
  return router;
}

type Of = { parkId: number; month: string };
type By = { accountId: number; at: Date };
/** What a button of the grid does beside keeping it, and what is said where history records nothing of that. */
type Press = {
  lead: (asked: AskedReturn, of: Of, by: By) => Promise<string>;
  keeping?: typeof saveCells;
  plain: PlainReceipt;
};

/** Keeps what stands in the form, then does what its button says; nothing that was typed is lost on the way. */
async function save(
  deps: Deps,
  req: Request,
  res: Response,
  { lead, keeping = saveCells, plain }: Press,
): Promise<void> {
  const asked = await askedReturn(deps, req, res);
  allow(canFill(asked.viewer, asked.park.id));
  const read = readGrid(req.body);
  const errors = errorsOf(read.faults, res);
  if (errors.size > 0)
    return gridPage(deps, res.status(422), asked, { typing: { typed: read.typed, errors } });
  const { of, by } = actOf(deps, asked);
  const conflicts = await transact(deps.db, (tx) => keeping(tx, by, of, read.edits));
  if (conflicts.length === 0) return leadOn(res, await lead(asked, of, by), plain);
  const typing = { typed: typedIn(conflicts), errors };
  await gridPage(deps, res.status(409), await askedReturn(deps, req, res), { typing, conflicts });
}

/** For the script: what was kept, and both values of what somebody else changed meanwhile. */
async function saveSome(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await askedReturn(deps, req, res);
  allow(canFill(asked.viewer, asked.park.id));
  const read = readCells(req.body);
  const { of, by } = actOf(deps, asked);
  const { edits } = read;
  const conflicts =
    edits.length > 0 ? await transact(deps.db, (tx) => saveCells(tx, by, of, edits)) : [];
  const say = sayTo(res);
  const faults = read.faults.map(({ ventureId, column, key }) => ({
    cell: `${ventureId}.${column}`,
    message: say(key),
  }));
  res.status(faults.length > 0 ? 422 : conflicts.length > 0 ? 409 : 200).json({
    conflicts: conflicts.map(({ ventureId, column, theirs, mine }) => ({
      cell: `${ventureId}.${column}`,
      theirs,
      mine,
    })),
    faults,
  });
}

const actOf = ({ clock }: Deps, { viewer, park, month }: AskedReturn): { of: Of; by: By } => ({
  of: { parkId: park.id, month },
  by: { accountId: viewer.accountId, at: clock.now() },
});

const errorsOf = (faults: CellFault[], res: Response): Map<string, string> => {
  const say = sayTo(res);
  return new Map(
    faults.map(({ ventureId, column, key }) => [cellName(ventureId, column), say(key)]),
  );
};

const typedIn = (conflicts: CellConflict[]): Record<string, string> =>
  Object.fromEntries(
    conflicts.map(({ ventureId, column, mine }) => [cellName(ventureId, column), mine]),
  );

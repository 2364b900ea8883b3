import { type Request, type Response, Router } from 'express';
import { writeXlsx } from 'hucre/xlsx';
import { z } from 'zod';
import { readFrom } from '../files/columns-page.js';
import { day, month as monthText } from '../language/format.js';
import { actOnce } from '../people/act-once.js';
import { requireSignIn } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { parkName } from '../ventures/residency-present.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, labelsOf, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import { rostersKeptUntil } from './expire-rosters.js';
import { gridRows } from './grid-rows.js';
import { removeRoster } from './keep-rosters.js';
import { readRules } from './return-rules.js';
import { listRosterColumns, takeRosterColumns, takeRosterFile } from './roster-table.js';
import { canFill } from './states.js';
import { readCarriedTable, readTableUpload } from './table-upload.js';

const labels = { file: 'returns.roster.file', consent: 'returns.roster.consent' } as const;

/**
 * Taking a file of rosters, and which column of it is which: their bodies have readers of their own, above that of
 * forms.
 */
export function rosterUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  const of = '/returns/:month/:park/roster';
  const carried = [requireSignIn, readCarriedTable, refuseForgery, noteEvents];
  router.post(of, requireSignIn, readTableUpload, refuseForgery, noteEvents, async (req, res) => {
    const asked = await filled(deps, req, res);
    const faults = await takeRosterFile(deps, req, res, asked);
    if (faults.length === 0) return;
    const say = sayTo(res);
    const view = formView(say, typedOf(req.body), faults, labelsOf(say, labels));
    await rosterPage(deps, res.status(422), asked, view);
  });
  router.post(`${of}/columns`, ...carried, async (req, res) => {
    await takeRosterColumns(deps, req, res, await filled(deps, req, res));
  });
  router.post(`${of}/heads`, ...carried, async (req, res) => {
    await listRosterColumns(req, res, await filled(deps, req, res));
  });
  return router;
}

/** The page of a park's rosters, its template, and removing one. */
export function rosterRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/:park/roster', async (req, res) => {
    await rosterPage(deps, res, await filled(deps, req, res), formView(sayTo(res), {}));
  });
  router.get('/returns/:month/:park/roster.xlsx', (req, res) => template(deps, req, res));
  router.get('/returns/:month/:park/roster/:number/removal', (req, res) =>
    askRemoval(deps, req, res),
  );
  router.post('/returns/:month/:park/roster/:number/removal', async (req, res) => {
    const asked = await filled(deps, req, res);
    const { park, month, href } = asked;
    const { number } = req.params;
    const venture = found(await deps.db.venture.findUnique({ where: { number: String(number) } }));
    const form = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
      await removeRoster(tx, by, { parkId: park.id, month }, venture.id);
      return `${href}/roster`;
    });
    await answerForm(res, form, {}, (view) => rosterPage(deps, res, asked, view));
  });
  return router;
}

/** Asked on a page of its own: a file that was chosen beside the button could not be carried. */
async function askRemoval(deps: Deps, req: Request, res: Response): Promise<void> {
  const { park, month, href } = await filled(deps, req, res);
  const rows = await gridRows(deps.db, { parkId: park.id, month });
  const row = found(
    rows.find(({ number, rosterPeople }) => number === req.params.number && rosterPeople !== null),
  );
  const { say, lang } = frameOf(res);
  const title = say('returns.roster.title', { month: monthText(month, lang) });
  page(res, 'web/confirm', {
    title: say('returns.roster.remove'),
    over: `${row.number} ${row.name}`,
    crumbs: [{ href: `${href}/roster`, label: title }],
    text: say('returns.roster.remove-text', { people: row.rosterPeople ?? 0 }),
    label: say('returns.roster.remove'),
    action: `${href}/roster/${row.number}/removal`,
    back: `${href}/roster`,
  });
}

async function filled(deps: Deps, req: Request, res: Response): Promise<AskedReturn> {
  const asked = await askedReturn(deps, req, res);
  allow(canFill(asked.viewer, asked.park.id));
  return asked;
}

async function rosterPage(
  deps: Deps,
  res: Response,
  { park, month, href }: AskedReturn,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const rows = await gridRows(deps.db, { parkId: park.id, month });
  page(res, 'returns/roster', {
    title: say('returns.roster.title', { month: monthText(month, lang) }),
    crumbs: [
      {
        href,
        label: say('returns.grid.title', {
          park: parkName(park, lang),
          month: monthText(month, lang),
        }),
      },
    ],
    form,
    action: `${href}/roster`,
    templateHref: `${href}/roster.xlsx`,
    kept: say('returns.roster.kept', {
      day: day(rostersKeptUntil(month, await readRules(deps.db)), lang),
    }),
    rosters: rows
      .filter(({ rosterPeople }) => rosterPeople !== null)
      .map(({ number, name, rosterPeople, rosterSource, shown }) => ({
        name: `${number} ${name}`,
        href: `/ventures/${number}`,
        people: String(rosterPeople),
        source: rosterSource === null ? '—' : readFrom(say, rosterSource),
        filled: shown.headcount === null ? '—' : String(shown.headcount),
        removal: `${href}/roster/${number}/removal`,
      })),
    hasErrors: form.summary.length > 0,
  });
}

/** A workbook with the ventures of the park, one line each, to be filled with people. */
async function template(deps: Deps, req: Request, res: Response): Promise<void> {
  const { park, month } = await filled(deps, req, res);
  const say = sayTo(res);
  const rows = await gridRows(deps.db, { parkId: park.id, month });
  const columns = ['number', 'venture', 'person', 'identity'] as const;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: say('returns.roster.name.sheet'),
        columns: [...columns, 'kind'].map(() => ({ width: 26, numFmt: '@' })),
        rows: [
          [
            ...columns.map((column) => say(`returns.roster.column.${column}`)),
            say('identities.kind'),
          ],
          ...rows.map(({ number, name }) => [number, name, null, null, null]),
        ],
        freezePane: { rows: 1 },
      },
    ],
  });
  res.type('xlsx').attachment(`roster-${park.number}-${month}.xlsx`).send(Buffer.from(bytes));
}

import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { addMonths, lastWholeMonth, today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { jobHref } from '../exports/job-address.js';
import { dimensions } from '../ledger/measure-definition.js';
import { crossed } from '../ledger/measures.js';
import { scopeName } from '../ledger/present.js';
import { actOnce } from '../people/act-once.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { kindOptions } from '../ventures/present-list.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { parsePairs, type Sent } from '../web/form-body.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { canReadReports } from './ask-report.js';
import { measureKey } from './columns.js';
import { askCross, crossTitle, filterText, notesOf, spanText } from './cross-file.js';
import { crossSection } from './cross-present.js';
import { type CrossQuery, countiesDayOf, crossAddress, structures } from './cross-query.js';
import { crossTable } from './cross-table.js';
import { presentSection } from './present-section.js';
import { removeCrossTable, saveCrossTable } from './save-cross-table.js';
import { scopeChoices } from './scope-choices.js';

/** The cross-table that staff compose: one to look at, and those that were kept. */
export function crossRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/cross-table', (req, res) => showCross(deps, req.query as Sent, res));
  router.get('/reports/cross-tables/new', async (req, res) => {
    allow(canReadReports(viewerOf(res)));
    await keepPage(deps, req.query as Sent, res, formView(frameOf(res).say, {}));
  });
  router.post('/reports/cross-tables', (req, res) => save(deps, req, res));
  router.get('/reports/cross-tables/:id', (req, res) => showKept(deps, req, res));
  router.get('/reports/cross-tables/:id/removal', (req, res) => askRemoval(deps, req, res));
  router.post('/reports/cross-tables/:id/removal', (req, res) => remove(deps, req, res));
  return router;
}

type Kept = { id: number; name: string; accountId: number };

async function showCross(deps: Deps, sent: Sent, res: Response, kept?: Kept): Promise<void> {
  const viewer = viewerOf(res);
  const { say, lang } = frameOf(res);
  const { query, scope } = await askCross(deps, viewer, sent);
  const table = await crossTable(deps.db, query, { scope, now: deps.clock.now() });
  const section = await crossSection(deps.db, query, table, { say, lang });
  const title = kept?.name ?? crossTitle(query, { say, lang });
  page(res, 'reports/cross', {
    title,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    over: kept ? crossTitle(query, { say, lang }) : scopeName(scope, { say, lang }),
    asOf: [
      scopeName(scope, { say, lang }),
      spanText(query, { say, lang }),
      ...filterText(query, { say, lang }),
    ].join(' · '),
    section: presentSection(section, { say, lang }),
    basis: say(table.fromBalances ? 'reports.cross.from-balances' : 'reports.cross.from-records'),
    notes: notesOf(query, { say, lang }),
    ...(await choicesOf(deps, viewer, query, res)),
    form: formView(say, typedOf(query)),
    removalHref:
      kept && kept.accountId === viewer.accountId
        ? `/reports/cross-tables/${kept.id}/removal`
        : null,
    csv: crossAddress(query, '/reports/cross-table.csv'),
    xlsx: crossAddress(query, '/reports/cross-table.xlsx'),
    job: jobHref(crossAddress(query, '/reports/cross-table.xlsx')),
  });
}

const typedOf = (query: CrossQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value ?? '')]));

async function choicesOf({ db, clock }: Deps, viewer: Viewer, query: CrossQuery, res: Response) {
  const { say, lang } = frameOf(res);
  const now = today(clock.now());
  const last = lastWholeMonth(now);
  return {
    measures: crossed.map((value) => ({ value, label: say(measureKey(value)) })),
    dimensions: dimensions.map((value) => ({ value, label: say(`reports.dimension.${value}`) })),
    structures: structures.map((value) => ({ value, label: say(`reports.structure.${value}`) })),
    scopes: await scopeChoices(db, viewer, { say, lang }, countiesDayOf(query, now)),
    max: last,
    min: addMonths(last, -240),
    kinds: kindOptions(say),
  };
}

async function save(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canReadReports(viewerOf(res)));
  const Form = z.object({ name: text(60), query: z.string().max(1000) });
  const sent = typeof req.body.query === 'string' ? req.body.query : '';
  // A table that cannot be asked for is not kept.
  const { query } = await askCross(deps, viewerOf(res), parsePairs(sent));
  const form = await actOnce(deps, req, res, Form, async (tx, by, { name }) => {
    const kept = crossAddress({ ...query, position: undefined }).split('?')[1] ?? '';
    return `/reports/cross-tables/${await saveCrossTable(tx, by, { name, query: kept })}`;
  });
  await answerForm(res, form, { name: 'reports.cross.name' }, (view) =>
    keepPage(deps, parsePairs(sent), res, view),
  );
}

/** A table gets its name on a page of its own: it is the table that was asked for, and no choice beside the name is left. */
async function keepPage(deps: Deps, sent: Sent, res: Response, form: FormView): Promise<void> {
  const voice = frameOf(res);
  const { query } = await askCross(deps, viewerOf(res), sent);
  page(res, 'reports/keep-cross', {
    title: voice.say('reports.cross.keep'),
    over: crossTitle(query, voice),
    crumbs: [
      { href: '/reports', label: voice.say('reports.title') },
      { href: crossAddress(query), label: crossTitle(query, voice) },
    ],
    query: crossAddress(query).split('?')[1] ?? '',
    back: crossAddress(query),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function findKept(
  { db }: Deps,
  req: Request,
  res: Response,
): Promise<Kept & { query: string }> {
  allow(canReadReports(viewerOf(res)));
  const id = idParam(req.params.id);
  return found(await db.crossTable.findFirst({ where: { id, removedAt: null } }));
}

async function showKept(deps: Deps, req: Request, res: Response): Promise<void> {
  const kept = await findKept(deps, req, res);
  await showCross(deps, parsePairs(kept.query), res, kept);
}

async function askRemoval(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id, name, accountId } = await findKept(deps, req, res);
  allow(accountId === viewerOf(res).accountId);
  const { say } = frameOf(res);
  const back = `/reports/cross-tables/${id}`;
  page(res, 'web/confirm', {
    title: say('reports.cross.remove'),
    over: name,
    crumbs: [
      { href: '/reports', label: say('reports.title') },
      { href: back, label: name },
    ],
    text: say('reports.cross.remove-text', { name }),
    label: say('reports.cross.remove'),
    action: `${back}/removal`,
    back,
  });
}

async function remove({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const { accountId } = viewerOf(res);
  await transact(db, (tx) =>
    removeCrossTable(tx, { accountId, at: clock.now() }, idParam(req.params.id)),
  );
  leadOn(res, '/reports');
}

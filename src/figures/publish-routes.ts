import { type Request, type Response, Router } from 'express';
import type { WordKey } from '../language/say.js';
import { type AskedTotal, askedTotal, totalsPage } from '../ledger/asked-total.js';
import { isPublishable, isStock } from '../ledger/definitions.js';
import { canPublish } from '../ledger/permissions.js';
import { asOfText, scopeName } from '../ledger/present.js';
import { publishHref } from '../ledger/publish-link.js';
import { recordSummary } from '../ledger/record-list.js';
import { headPosition } from '../ledger/totals.js';
import { isUnstated } from '../ledger/unstated.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, WrongQuery } from '../web/errors.js';
import { type FormView, formView, readForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { computeFigure, type FigureQuery } from './compute-figure.js';
import { countedIn } from './counted.js';
import { printingFaults } from './edition-rules.js';
import { answerToLast, showLastPage } from './last-page.js';
import { withMisprints } from './misprinted.js';
import { presentPrinting } from './present-printing.js';
import { figureHref } from './present-published.js';
import { publishFigure } from './publish-figure.js';
import { figureLabels, PublishForm } from './publish-forms.js';
import { proposedWording } from './wordings.js';

/** Publishing a total: from its own page, by the staff of the bureau. */
export function publishRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/figures/published/new', async (req, res) => {
    const { total, query } = await askedFigure(deps, req, res);
    if (query.position === undefined) {
      const position = await headPosition(deps.db);
      return leadOn(res, publishHref({ ...total.address, position }));
    }
    const { zh, en } = proposedWording(
      (await compute(deps, query)).value,
      countedIn(query.measure),
    );
    const form = formView(sayTo(res), { wordingZh: zh, wordingEn: en });
    await publishPage(deps, res, total, query, form);
  });
  router.post('/figures/published/new', (req, res) => publish(deps, req, res));
  return router;
}

type PublishQuery = Omit<FigureQuery, 'position'> & { position: number | undefined };

/** The total that the address asks about. @throws WrongQuery for one that cannot be published, by its field */
async function askedFigure(deps: Deps, req: Request, res: Response) {
  allow(canPublish(viewerOf(res)));
  const total = await askedTotal(deps, req, res);
  const { measure, asOf, month, position } = total.query;
  const { kind } = total.address;
  if (!isPublishable(measure)) throw wrong('measure', 'figures.publish.not-published');
  if (kind !== undefined) throw wrong(kind.by, 'figures.publish.whole-only');
  // What a stock came to in one month is no figure of its own.
  if (isStock(measure) && month !== null) throw wrong('month', 'figures.publish.of-a-day');
  if (position !== undefined && position > (await headPosition(deps.db)))
    throw wrong('position', 'figures.publish.no-position');
  const { sum } = await recordSummary(deps.db, total.records);
  if (await isUnstated(deps.db, total.records, sum))
    throw wrong('measure', 'figures.publish.unstated');
  const query: PublishQuery = { measure, asOf, month, position, parkIds: total.scope.parkIds };
  return { total, query };
}

const wrong = (field: string, key: WordKey) => new WrongQuery([{ field, key }], totalsPage);

async function publish(deps: Deps, req: Request, res: Response): Promise<void> {
  const { total, query } = await askedFigure(deps, req, res);
  const { measure, asOf, month, position } = query;
  if (position === undefined) throw wrong('position', 'web.field.required');
  if (await showsAgain(deps, req, res, { total, query })) return;
  const form = await actOnce(deps, req, res, PublishForm, async (tx, by, printing) => {
    const figure = { measure, asOf, month, position, scope: total.scope.text, ...printing };
    return figureHref(await publishFigure(tx, by, figure));
  });
  const told = await withMisprints(
    form,
    async () => (await compute(deps, query)).value,
    countedIn(measure),
  );
  await answerForm(res, told, figureLabels, (view) => publishPage(deps, res, total, query, view));
}

/** Shows the last page, or the form again to who comes back from it. @returns false where it is to be published now */
async function showsAgain(
  deps: Deps,
  req: Request,
  res: Response,
  { total, query }: { total: AskedTotal; query: PublishQuery },
): Promise<boolean> {
  const read = readForm(PublishForm, req.body);
  if (!read.ok || answerToLast(req) === 'yes') return false;
  if (answerToLast(req) === 'no') {
    await publishPage(deps, res, total, query, formView(sayTo(res), read.value));
    return true;
  }
  const { value } = await compute(deps, query);
  if (printingFaults(read.value, value, countedIn(query.measure)).length > 0) return false;
  const what = await whatOf(deps, res, total, query);
  showLastPage(res, { action: publishHref(total.address), what, typed: read.value }, read.value);
  return true;
}

const compute = ({ db }: Deps, query: PublishQuery) =>
  computeFigure(db, { ...query, position: query.position ?? 0 });

async function publishPage(
  deps: Deps,
  res: Response,
  total: AskedTotal,
  query: PublishQuery,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const computed = await compute(deps, query);
  const printing = presentPrinting(query.measure, computed, voice);
  page(res, 'figures/publish', {
    title: say('figures.publish.title'),
    hasErrors: form.summary.length > 0,
    form,
    action: publishHref(total.address),
    back: publishHref(total.address, '/totals'),
    ...printing,
    what: await whatOf(deps, res, total, query),
  });
}

/** The number to be published, with all that it can be held against. */
async function whatOf(deps: Deps, res: Response, total: AskedTotal, query: PublishQuery) {
  const voice = frameOf(res);
  const { say } = voice;
  return [
    {
      label: say('figures.published.figure'),
      value: `${say(`ledger.measure.${query.measure}`)} · ${scopeName(total.scope, voice)}`,
    },
    { label: say('figures.published.as-of'), value: asOfText(total.query, voice) },
    ...presentPrinting(query.measure, await compute(deps, query), voice).value,
  ];
}

import { type Request, type Response, Router } from 'express';
import { type AskedTotal, askedTotal } from '../ledger/asked-total.js';
import { isPublishable, isStock } from '../ledger/definitions.js';
import { canPublish } from '../ledger/permissions.js';
import { asOfText, scopeName } from '../ledger/present.js';
import { publishHref } from '../ledger/publish-link.js';
import { headPosition } from '../ledger/totals.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, BadRequest } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { computeFigure, type FigureQuery } from './compute-figure.js';
import { countedIn } from './counted.js';
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
      return res.redirect(303, publishHref({ ...total.address, position }));
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

type Asked = Omit<FigureQuery, 'position'> & { position: number | undefined };

/** The total that the address asks about. @throws BadRequest for one that cannot be published */
async function askedFigure(deps: Deps, req: Request, res: Response) {
  allow(canPublish(viewerOf(res)));
  const total = await askedTotal(deps, req, res);
  const { measure, asOf, month, position } = total.query;
  if (!isPublishable(measure) || total.address.kind !== undefined) throw new BadRequest();
  // What a stock came to in one month is no figure of its own.
  if (isStock(measure) && month !== null) throw new BadRequest();
  if (position !== undefined && position > (await headPosition(deps.db)))
    throw new BadRequest('figures.publish.no-position');
  const query: Asked = { measure, asOf, month, position, parkIds: total.scope.parkIds };
  return { total, query };
}

async function publish(deps: Deps, req: Request, res: Response): Promise<void> {
  const { total, query } = await askedFigure(deps, req, res);
  const { measure, asOf, month, position } = query;
  if (position === undefined) throw new BadRequest('figures.publish.no-position');
  const form = await actOnce(deps, req, res, PublishForm, async (tx, by, printing) => {
    const figure = { measure, asOf, month, position, scope: total.scope.text, ...printing };
    return figureHref(await publishFigure(tx, by, figure));
  });
  await answerForm(res, form, figureLabels, (view) => publishPage(deps, res, total, query, view));
}

const compute = ({ db }: Deps, query: Asked) =>
  computeFigure(db, { ...query, position: query.position ?? 0 });

async function publishPage(
  deps: Deps,
  res: Response,
  total: AskedTotal,
  query: Asked,
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
    what: [
      {
        label: say('figures.published.figure'),
        value: `${say(`ledger.measure.${query.measure}`)} · ${scopeName(total.scope, voice)}`,
      },
      { label: say('figures.published.as-of'), value: asOfText(total.query, voice) },
      ...printing.value,
    ],
  });
}

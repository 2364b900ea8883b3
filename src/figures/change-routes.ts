import { type Request, type Response, Router } from 'express';
import { Conflict } from '../language/refusal.js';
import { canPublish } from '../ledger/permissions.js';
import { headPosition } from '../ledger/totals.js';
import { isUnstated } from '../ledger/unstated.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView, readForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { computeFigure } from './compute-figure.js';
import { correctFigure, correctionKinds } from './correct-figure.js';
import { countedIn } from './counted.js';
import { printingFaults } from './edition-rules.js';
import { figureScope } from './figure-scope.js';
import { answerToLast, showLastPage } from './last-page.js';
import { withMisprints } from './misprinted.js';
import { presentPrinting } from './present-printing.js';
import { figureHref, subjectOf, wordingOf } from './present-published.js';
import { CorrectionForm, figureLabels, WithdrawalForm } from './publish-forms.js';
import { findFigure, isFigureNumber, type PublishedFigure } from './published-queries.js';
import { withdrawFigure } from './withdraw-figure.js';
import { proposedWording } from './wordings.js';

/** A published figure is corrected, superseded or withdrawn, by the staff of the bureau. */
export function figureChangeRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/figures/published/:number/correction', async (req, res) => {
    const figure = await standingFigure(deps, req, res);
    await correctionPage(deps, res, figure, null);
  });
  router.post('/figures/published/:number/correction', (req, res) => correct(deps, req, res));
  router.get('/figures/published/:number/withdrawal', async (req, res) => {
    const figure = await standingFigure(deps, req, res);
    withdrawalPage(res, figure, formView(sayTo(res), {}));
  });
  router.post('/figures/published/:number/withdrawal', (req, res) => withdraw(deps, req, res));
  return router;
}

async function changeableFigure({ db }: Deps, req: Request, res: Response) {
  const { number } = req.params;
  const figure = found(isFigureNumber(number) ? await findFigure(db, number) : null);
  allow(canPublish(viewerOf(res)));
  return figure;
}

/** @throws Conflict for a figure that was withdrawn */
async function standingFigure(deps: Deps, req: Request, res: Response) {
  const figure = await changeableFigure(deps, req, res);
  if (figure.current.kind === 'withdrawn') throw new Conflict('figures.withdrawn-already');
  return figure;
}

async function correct(deps: Deps, req: Request, res: Response): Promise<void> {
  const figure = await changeableFigure(deps, req, res);
  const { number } = figure;
  if (await showsAgain(deps, req, res, figure)) return;
  const form = await actOnce(deps, req, res, CorrectionForm, async (tx, by, input) => {
    await correctFigure(tx, by, { number, ...input });
    return figureHref(number);
  });
  const told = await withMisprints(
    form,
    () => valueNow(deps, figure, req),
    countedIn(figure.measure),
  );
  await answerForm(res, told, figureLabels, (view) => correctionPage(deps, res, figure, view));
}

/** The number as the ledger stands at the position that was sent. */
async function valueNow({ db }: Deps, figure: PublishedFigure, req: Request): Promise<number> {
  const { measure, asOf, month, current } = figure;
  const position = positionOf(req.body, await headPosition(db));
  const parkIds = (await figureScope(db, figure.scope, figure))?.parkIds ?? current.parkIds;
  return (await computeFigure(db, { measure, asOf, month, position, parkIds })).value;
}

/** The last page of a correction, or its form again to who comes back from it. @returns false where it is to be made now */
async function showsAgain(
  deps: Deps,
  req: Request,
  res: Response,
  figure: PublishedFigure,
): Promise<boolean> {
  const read = readForm(CorrectionForm, req.body);
  const isLast = answerToLast(req) === 'yes' || figure.current.kind === 'withdrawn';
  if (!read.ok || isLast || read.value.edition !== figure.current.edition) return false;
  const voice = frameOf(res);
  if (answerToLast(req) === 'no') {
    await correctionPage(deps, res, figure, formView(voice.say, typedOf(read.value)));
    return true;
  }
  const { measure, asOf, month, current } = figure;
  const parkIds = (await figureScope(deps.db, figure.scope, figure))?.parkIds ?? current.parkIds;
  const { position } = read.value;
  const computed = await computeFigure(deps.db, { measure, asOf, month, position, parkIds });
  if (printingFaults(read.value, computed.value, countedIn(measure)).length > 0) return false;
  const action = `${figureHref(figure.number)}/correction`;
  const what = presentPrinting(measure, computed, voice).value;
  showLastPage(res, { action, what, typed: read.value }, read.value);
  return true;
}

const typedOf = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]));

async function withdraw(deps: Deps, req: Request, res: Response): Promise<void> {
  const figure = await changeableFigure(deps, req, res);
  const { number } = figure;
  const form = await actOnce(deps, req, res, WithdrawalForm, async (tx, by, input) => {
    await withdrawFigure(tx, by, { number, ...input });
    return figureHref(number);
  });
  await answerForm(res, form, figureLabels, (view) => withdrawalPage(res, figure, view));
}

/** @param sent what was sent and refused; null makes the form anew, at the ledger's newest entry */
async function correctionPage(
  { db }: Deps,
  res: Response,
  figure: PublishedFigure,
  sent: FormView | null,
): Promise<void> {
  const voice = frameOf(res);
  const { measure, asOf, month, current } = figure;
  const position = positionOf(sent?.typed, await headPosition(db));
  const parkIds = (await figureScope(db, figure.scope, figure))?.parkIds ?? current.parkIds;
  const computed = await computeFigure(db, { measure, asOf, month, position, parkIds });
  const isUnknown = await isUnstated(db, { measure, asOf, position, parkIds }, computed.value);
  const { zh, en } = isUnknown
    ? { zh: '', en: '' }
    : proposedWording(computed.value, countedIn(measure));
  const { source, channel } = current;
  const typed = { wordingZh: zh, wordingEn: en, source, channel, kind: 'corrected' };
  const form = sent ?? formView(voice.say, typed);
  page(res, 'figures/correct', {
    ...changeOf(figure, form, res),
    title: voice.say('figures.correct.title', { number: figure.number }),
    kinds: correctionKinds.map((kind) => ({
      value: kind,
      label: voice.say(`figures.correct.kind.${kind}`),
    })),
    position,
    ...presentPrinting(measure, computed, voice, isUnknown),
  });
}

function positionOf(sent: Record<string, unknown> | undefined, head: number): number {
  const typed = sent?.position;
  const isPosition = typeof typed === 'string' && /^\d{1,12}$/.test(typed);
  return isPosition && Number(typed) <= head ? Number(typed) : head;
}

function withdrawalPage(res: Response, figure: PublishedFigure, form: FormView): void {
  page(res, 'figures/withdraw', {
    ...changeOf(figure, form, res),
    title: sayTo(res)('figures.withdraw.title', { number: figure.number }),
  });
}

/** What both forms show: the edition that they would replace. */
function changeOf(figure: PublishedFigure, form: FormView, res: Response) {
  const voice = frameOf(res);
  const { say } = voice;
  const { number, current } = figure;
  const { measure, scope, when } = subjectOf(figure, voice);
  const typedEdition = form.typed.edition;
  return {
    hasErrors: form.summary.length > 0,
    form,
    back: figureHref(number),
    // Sent again after a refusal it is still about the edition that its page was made for.
    edition: typeof typedEdition === 'string' ? typedEdition : String(current.edition),
    before: [
      {
        label: say('figures.published.figure'),
        value: [measure, scope, when].join(' · '),
      },
      {
        label: say('figures.correct.before'),
        value: `${wordingOf(figure, current, voice)} · ${say('figures.published.edition-n', { edition: current.edition })}`,
      },
    ],
  };
}

import { type Request, type Response, Router } from 'express';
import { type Day, today } from '../calendar/days.js';
import { day } from '../language/format.js';
import { canReadTotals, widestScope } from '../ledger/seen-scope.js';
import { viewerOrNull } from '../people/viewer.js';
import { asOfDay } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { figurePlaces } from './places.js';
import { presentRules, presentSystems } from './present.js';
import { presentOne } from './present-one.js';
import { presentUnprinted } from './present-unprinted.js';
import { tally } from './report.js';
import { type ReproducedFigure, reproduce } from './reproduce.js';
import { unprintedFigures } from './unprinted.js';

/** The figures of the public report beside the ledger: anyone may see them. */
export function registerRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/figures', (req, res) => showAll(deps, req, res));
  router.get('/figures/:code', (req, res) => showOne(deps, req, res));
  return router;
}

async function showAll({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const chosenDay = req.query.asOf ? asOfDay(req, clock) : undefined;
  const figures = await reproduce(db, { asOf: chosenDay });
  const voice = frameOf(res);
  const asOf = dayOf(figures);
  const isComputed = ({ computed }: ReproducedFigure) => computed !== null;
  const computed = figures.filter(isComputed);
  const others = figures.filter((figure) => !isComputed(figure));
  page(res, 'figures/list', {
    title: voice.say('figures.title'),
    form: formView(voice.say, { asOf: asOf ?? today(clock.now()) }),
    hasOwnDay: chosenDay !== undefined,
    asOfText: asOf && voice.say('figures.as-of', { day: day(asOf, voice.lang) }),
    summary: voice.say('figures.summary', tally(figures)),
    hasFigures: figures.length > 0,
    // What this system computes comes first; what it only has on record is folded.
    systems: presentSystems(computed, seesRecords(res), voice),
    recorded: presentSystems(others, seesRecords(res), voice),
    recordedTitle: voice.say('figures.recorded-title', { n: others.length }),
    known: (await unprintedFigures(db, { asOf: chosenDay })).map((unprintedFigure) =>
      presentUnprinted(unprintedFigure, seesRecords(res), voice),
    ),
    places: figurePlaces('/figures', voice.say),
    rules: presentRules(voice.say),
  });
}

async function showOne({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const code = String(req.params.code);
  const [reported] = await reproduce(db, { code });
  const figure = found(reported);
  const [now] = await reproduce(db, { code, asOf: today(clock.now()) });
  const voice = frameOf(res);
  page(res, 'figures/one', presentOne(figure, found(now), seesRecords(res), voice));
}

/** Whether the totals of the whole network, and so the records under them, are the reader's to see. */
function seesRecords(res: Response): boolean {
  const viewer = viewerOrNull(res);
  return viewer !== null && canReadTotals(viewer) && widestScope(viewer) === 'network';
}

/** The day that the tracked figures were computed at. */
function dayOf(figures: ReproducedFigure[]): Day | null {
  return figures.find(({ measure }) => measure !== null)?.asOf ?? null;
}

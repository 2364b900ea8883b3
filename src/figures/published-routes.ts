import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { CheckedFigures } from './checked-figures.js';
import { figurePlaces } from './places.js';
import { presentListed } from './present-published.js';
import { showFigure } from './published-page.js';
import { figuresOnAPage, isFigureNumber, listFigures } from './published-queries.js';

/** What was published, for everyone: the list, and each figure at its permanent address. */
export function publishedRoutes(deps: Deps): Router {
  const router = Router();
  const checked = new CheckedFigures(deps.db);
  router.get('/figures/published', (req, res) => showList(deps, req, res));
  router.get('/figures/published/:number', (req, res, next: NextFunction) =>
    // Beside the figures stand forms, which are below the line of those who have signed in.
    isFigureNumber(req.params.number) ? showFigure(deps, checked, req, res) : next(),
  );
  return router;
}

async function showList({ db }: Deps, req: Request, res: Response): Promise<void> {
  const voice = frameOf(res);
  const at = pageOf(req);
  const { figures, total } = await listFigures(db, at);
  page(res, 'figures/published', {
    title: voice.say('figures.published.title'),
    places: figurePlaces('/figures/published', voice.say),
    figures: figures.map((figure) => presentListed(figure, voice)),
    pages: pagesOf(
      voice.say,
      { total, page: at, size: figuresOnAPage },
      (number) => `/figures/published?page=${number}`,
    ),
  });
}

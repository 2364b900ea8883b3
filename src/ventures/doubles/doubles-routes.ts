import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { pressOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { choice, optional } from '../../web/fields.js';
import { frameOf } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { pageNumber } from '../../web/page-number.js';
import { pagesOf } from '../../web/pages.js';
import { readQuery } from '../../web/read-query.js';
import { page } from '../../web/views.js';
import { canSeeDoubles } from '../permissions.js';
import { distinctions, findDistinction } from './distinctions.js';
import { likelyPairs, pairsOnAPage } from './likely-doubles.js';
import { canTellApart, presentDistinctions, presentPairs } from './present-pairs.js';
import { withdrawDistinction } from './withdraw-distinction.js';

const states = ['open', 'decided'] as const;
const DoublesQuery = z.object({
  state: optional(choice(states)).transform((state) => state ?? 'open'),
  page: pageNumber,
});
const address = (state: string, n = 1): string =>
  `/ventures/doubles?state=${state}${n > 1 ? `&page=${n}` : ''}`;

/** Ventures that may be one, across parks, and those that somebody told apart. */
export function doublesRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/doubles', (req, res) => showDoubles(deps, req, res));
  router.post('/ventures/doubles/:id/withdrawal', (req, res) => withdraw(deps, req, res));
  return router;
}

async function showDoubles({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeDoubles(viewer));
  const { state, page: wanted } = readQuery(DoublesQuery, req);
  const voice = frameOf(res);
  const { say } = voice;
  const at = async (number: number) => {
    const offset = (number - 1) * pairsOnAPage;
    const likely = state === 'open' ? await likelyPairs(db, viewer, offset) : null;
    const decided = state === 'decided' ? await distinctions(db, viewer, offset) : null;
    return { number, likely, decided, ofPage: (likely ?? decided)?.pairs.length ?? 0 };
  };
  const first = await at(wanted);
  // Beyond the last page stands the first: what was there has been worked through.
  const { number, likely, decided, ofPage } =
    first.ofPage === 0 && wanted > 1 ? await at(1) : first;
  const total = likely?.total ?? decided?.total ?? 0;
  page(res, 'ventures/doubles', {
    title: say('ventures.doubles.page'),
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    states: states.map((value) => ({
      label: say(`ventures.doubles.state-${value}`),
      href: address(value),
      isHere: value === state,
    })),
    pairs: likely && (await presentPairs(db, viewer, likely.pairs, voice)),
    decided: decided && (await presentDistinctions(db, viewer, decided.pairs, voice)),
    isEmpty: ofPage === 0,
    pages: pagesOf(say, { total, page: number, size: pairsOnAPage }, (n) => address(state, n)),
  });
}

async function withdraw(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const pair = found(await findDistinction(deps.db, viewer, idParam(req.params.id)));
  allow(canTellApart(viewer, [pair.first, pair.second]));
  await pressOnce(deps, req, res, async (tx, by) => {
    await withdrawDistinction(tx, by, pair.id);
    return address('decided');
  });
}

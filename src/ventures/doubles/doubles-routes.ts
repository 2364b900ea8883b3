import { type Request, type Response, Router } from 'express';
import { pressOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { frameOf } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { canSeeDoubles } from '../permissions.js';
import { distinctions, findDistinction } from './distinctions.js';
import { likelyPairs } from './likely-doubles.js';
import { pairsAddress, showPairs } from './pairs-page.js';
import { canTellApart, presentDistinctions, presentPairs } from './present-pairs.js';
import { withdrawDistinction } from './withdraw-distinction.js';

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
  const voice = frameOf(res);
  const { say } = voice;
  await showPairs(req, res, {
    register: 'ventures',
    title: say('ventures.doubles.page'),
    lead: say('ventures.doubles.lead'),
    noneText: say('ventures.doubles.none'),
    distinctLabel: say('ventures.doubles.distinct'),
    decidedLabel: say('ventures.doubles.state-decided'),
    likely: async (offset) => {
      const { pairs, total } = await likelyPairs(db, viewer, offset);
      return { rows: await presentPairs(db, viewer, pairs, voice), total };
    },
    decided: async (offset) => {
      const { pairs, total } = await distinctions(db, viewer, offset);
      return { rows: await presentDistinctions(db, viewer, pairs, voice), total };
    },
  });
}

async function withdraw(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const pair = found(await findDistinction(deps.db, viewer, idParam(req.params.id)));
  allow(canTellApart(viewer, [pair.first, pair.second]));
  await pressOnce(deps, req, res, async (tx, by) => {
    await withdrawDistinction(tx, by, pair.id);
    return pairsAddress('ventures', 'decided');
  });
}

import { type Request, type Response, Router } from 'express';
import { pressOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { pairsAddress, showPairs } from '../../ventures/doubles/pairs-page.js';
import { canSeeDoubles } from '../../ventures/permissions.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { frameOf } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { canMergePeople, keptPeople } from '../merging/permissions.js';
import { likelyPeople } from './likely-people.js';
import { findPeopleDistinction, peopleDistinctions } from './people-distinctions.js';
import { presentPeopleDistinctions, presentPeoplePairs } from './present-people-pairs.js';
import { withdrawPeopleDistinction } from './tell-people-apart.js';

/** People who may be one, and those whom somebody told apart. */
export function peopleDoublesRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/people/doubles', (req, res) => showDoubles(deps, req, res));
  router.post('/people/doubles/:id/withdrawal', (req, res) => withdraw(deps, req, res));
  return router;
}

async function showDoubles({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeDoubles(viewer));
  const voice = frameOf(res);
  const { say } = voice;
  await showPairs(req, res, {
    register: 'people',
    title: say('persons.doubles.page'),
    lead: say('persons.doubles.lead'),
    noneText: say('persons.doubles.none'),
    distinctLabel: say('persons.doubles.distinct'),
    decidedLabel: say('persons.doubles.state-decided'),
    likely: async (offset) => {
      const { pairs, total } = await likelyPeople(db, viewer, offset);
      return { rows: await presentPeoplePairs(db, viewer, pairs, voice), total };
    },
    decided: async (offset) => {
      const { pairs, total } = await peopleDistinctions(db, viewer, offset);
      return { rows: await presentPeopleDistinctions(db, viewer, pairs, voice), total };
    },
  });
}

async function withdraw(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const pair = found(await findPeopleDistinction(deps.db, viewer, idParam(req.params.id)));
  allow(canMergePeople(viewer, await keptPeople(deps.db, [pair.firstId, pair.secondId])));
  await pressOnce(deps, req, res, async (tx, by) => {
    await withdrawPeopleDistinction(tx, by, pair.id);
    return pairsAddress('people', 'decided');
  });
}

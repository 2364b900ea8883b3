import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { peopleDistinctionRoutes } from './doubles/people-distinction-routes.js';
import { peopleDoublesRoutes } from './doubles/people-doubles-routes.js';
import { mergePeopleRoutes } from './merging/people-merge-routes.js';
import { undoPeopleMergeRoutes } from './merging/undo-people-merge-routes.js';
import { personPageRoutes } from './person-routes.js';

/** The page of a person; two records of one person, and those that may be. */
export const personRoutes = (deps: SealingDeps): RoomRoutes => {
  const signedIn = Router();
  signedIn.use(peopleDoublesRoutes(deps));
  signedIn.use(peopleDistinctionRoutes(deps));
  signedIn.use(mergePeopleRoutes(deps));
  signedIn.use(undoPeopleMergeRoutes(deps));
  signedIn.use(personPageRoutes(deps));
  return { signedIn };
};

import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import { caseRoutes } from './case-routes.js';
import { editionsRoutes } from './editions-routes.js';
import { founderActRoutes } from './founder-act-routes.js';
import { waiverListRoutes } from './list-routes.js';
import { newWaiverRoutes } from './new-routes.js';
import { papersRoutes } from './papers-routes.js';
import { waiverProofRoutes } from './proof-routes.js';
import { questionRoutes } from './question-routes.js';
import { submissionRoutes } from './submission-routes.js';
import { surrenderRoutes } from './surrender-routes.js';

/** All that a founder does about waivers. Taking files stands apart, above the reader of forms. */
export function founderRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.use(waiverListRoutes(deps), newWaiverRoutes(deps), papersRoutes(deps));
  router.use(questionRoutes(deps), waiverProofRoutes(deps), submissionRoutes(deps));
  router.use(founderActRoutes(deps), surrenderRoutes(deps), editionsRoutes(deps));
  router.use(caseRoutes(deps));
  return router;
}

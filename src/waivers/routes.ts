import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import { batchRoutes } from './batch-routes.js';
import { caseRoutes } from './case-routes.js';
import { claimRoutes } from './claim-routes.js';
import { correctionRoutes } from './correction-routes.js';
import { determinationRoutes } from './determination-routes.js';
import { editionsRoutes } from './editions-routes.js';
import { founderActRoutes } from './founder-act-routes.js';
import { letterRoutes } from './letter-routes.js';
import { waiverListRoutes } from './list-routes.js';
import { newWaiverRoutes } from './new-routes.js';
import { papersRoutes } from './papers-routes.js';
import { waiverProofRoutes } from './proof-routes.js';
import { questionRoutes } from './question-routes.js';
import { queueRoutes } from './queue-routes.js';
import { reconsiderationRoutes } from './reconsideration-routes.js';
import { reviewRoutes } from './review-routes.js';
import { revocationRoutes } from './revocation-routes.js';
import { submissionRoutes } from './submission-routes.js';
import { surrenderRoutes } from './surrender-routes.js';

/** The queue, all that is done on a case at the desks of the park, the county and the bureau, and the letters of it. */
export function deskRoutes(deps: SealingDeps): Router {
  return Router()
    .use(queueRoutes(deps), batchRoutes(deps))
    .use(claimRoutes(deps), reviewRoutes(deps), correctionRoutes(deps))
    .use(determinationRoutes(deps), reconsiderationRoutes(deps), revocationRoutes(deps))
    .use(letterRoutes(deps));
}

/** All that a founder does about waivers. Taking files stands apart, above the reader of forms. */
export function founderRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.use(waiverListRoutes(deps), newWaiverRoutes(deps), papersRoutes(deps));
  router.use(questionRoutes(deps), waiverProofRoutes(deps), submissionRoutes(deps));
  router.use(founderActRoutes(deps), surrenderRoutes(deps), editionsRoutes(deps));
  router.use(caseRoutes(deps));
  return router;
}

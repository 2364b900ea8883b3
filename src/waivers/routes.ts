import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import { editionsRoutes } from './applying/editions-routes.js';
import { founderActRoutes } from './applying/founder-act-routes.js';
import { newWaiverRoutes } from './applying/new-routes.js';
import { papersRoutes } from './applying/papers-routes.js';
import { waiverProofRoutes } from './applying/proof-routes.js';
import { questionRoutes } from './applying/question-routes.js';
import { submissionRoutes } from './applying/submission-routes.js';
import { surrenderRoutes } from './applying/surrender-routes.js';
import { caseRoutes } from './case-routes.js';
import { letterRoutes } from './letters/letter-routes.js';
import { waiverListRoutes } from './list-routes.js';
import { batchRoutes } from './queue/batch-routes.js';
import { queueRoutes } from './queue/queue-routes.js';
import { claimRoutes } from './reviewing/claim-routes.js';
import { correctionRoutes } from './reviewing/correction-routes.js';
import { determinationRoutes } from './reviewing/determination-routes.js';
import { reconsiderationRoutes } from './reviewing/reconsideration-routes.js';
import { reviewRoutes } from './reviewing/review-routes.js';
import { revocationRoutes } from './reviewing/revocation-routes.js';

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

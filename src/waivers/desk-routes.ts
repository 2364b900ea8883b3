import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import { batchRoutes } from './batch-routes.js';
import { claimRoutes } from './claim-routes.js';
import { correctionRoutes } from './correction-routes.js';
import { determinationRoutes } from './determination-routes.js';
import { letterRoutes } from './letter-routes.js';
import { queueRoutes } from './queue-routes.js';
import { reconsiderationRoutes } from './reconsideration-routes.js';
import { reviewRoutes } from './review-routes.js';
import { revocationRoutes } from './revocation-routes.js';

/** The queue, all that is done on a case at the desks of the park, the county and the bureau, and the letters of it. */
export function deskRoutes(deps: Deps): Router {
  return Router()
    .use(queueRoutes(deps), batchRoutes(deps))
    .use(claimRoutes(deps), reviewRoutes(deps), correctionRoutes(deps))
    .use(determinationRoutes(deps), reconsiderationRoutes(deps), revocationRoutes(deps))
    .use(letterRoutes(deps));
}

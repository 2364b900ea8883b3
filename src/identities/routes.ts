import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { consentRoutes } from './consent-routes.js';
import { numberRoutes } from './number-routes.js';

/** Identity numbers and the consents under which they are stored. */
export function identityRoutes(deps: SealingDeps): RoomRoutes {
  return {
    signedIn: Router().use(consentRoutes(deps), numberRoutes(deps)),
  };
}

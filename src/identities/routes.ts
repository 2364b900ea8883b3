import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { certificateRoutes } from './certificate-routes.js';
import { numberRoutes } from './number-routes.js';
import { numberSearchRoutes } from './search-routes.js';

/** Identity numbers, those of certificates, and who has one. */
export function identityRoutes(deps: SealingDeps): RoomRoutes {
  const router = Router();
  router.use(numberRoutes(deps), certificateRoutes(deps), numberSearchRoutes(deps));
  return { signedIn: router };
}

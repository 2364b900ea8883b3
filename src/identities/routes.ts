import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { numberRoutes } from './number-routes.js';

/** Identity numbers. */
export function identityRoutes(deps: SealingDeps): RoomRoutes {
  return {
    signedIn: numberRoutes(deps),
  };
}

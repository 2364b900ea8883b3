import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { freeSpaceRoutes } from './free-space-routes.js';
import { parkFormRoutes } from './park-form-routes.js';
import { publicParkRoutes } from './public-routes.js';
import { rentRoutes } from './rent-routes.js';
import { spacePageRoutes } from './space-page-routes.js';
import { spaceRoutes } from './space-routes.js';
import { parkStructureRoutes } from './structure-routes.js';

/** Parks and their free premises are for everyone to see; staff keep them. */
export function parkRoutes(deps: Deps): RoomRoutes {
  return {
    open: Router().use(publicParkRoutes(deps), freeSpaceRoutes(deps)),
    signedIn: Router().use(
      parkFormRoutes(deps),
      spaceRoutes(deps),
      spacePageRoutes(deps),
      rentRoutes(deps),
      parkStructureRoutes(deps),
    ),
  };
}

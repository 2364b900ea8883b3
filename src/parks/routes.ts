import { Router } from 'express';
import type { FindDeps } from '../find/deps.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { freeSpaceRoutes } from './free-space-routes.js';
import { parkFormRoutes } from './park-form-routes.js';
import { publicParkRoutes } from './public-routes.js';
import { rentRoutes } from './rent-routes.js';
import { spacePageRoutes } from './space-page-routes.js';
import {
  freeSpacePhotoRoutes,
  spacePhotoRoutes,
  spacePhotoUploadRoutes,
} from './space-photo-routes.js';
import { spaceRoutes } from './space-routes.js';
import { parkStructureRoutes } from './structure-routes.js';

/** Parks and their free premises are for everyone to see; staff keep them. */
export function parkRoutes(deps: SealingDeps & FindDeps & ListToolsDeps): RoomRoutes {
  return {
    uploads: spacePhotoUploadRoutes(deps),
    open: Router().use(publicParkRoutes(deps), freeSpaceRoutes(deps), freeSpacePhotoRoutes(deps)),
    signedIn: Router().use(
      parkFormRoutes(deps),
      spaceRoutes(deps),
      spacePageRoutes(deps),
      spacePhotoRoutes(deps),
      rentRoutes(deps),
      parkStructureRoutes(deps),
    ),
  };
}

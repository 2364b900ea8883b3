import { Router } from 'express';
import type { ListToolsDeps } from '../people/saved-list.js';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { visitCancelRoutes } from './cancel-routes.js';
import { visitEditRoutes } from './edit-routes.js';
import { visitListRoutes } from './list-routes.js';
import { visitLogRoutes, visitLogUploadRoutes } from './log-routes.js';
import { visitPhotoRoutes, visitPhotoUploadRoutes } from './photo-routes.js';
import { reachRoutes } from './reach-routes.js';
import { visitPageRoutes } from './visit-routes.js';

/** 走访服务: what parks do for their residents, and ventures that have gone without a visit for too long. */
export function visitRoutes(deps: ListToolsDeps & SealingDeps): RoomRoutes {
  return {
    uploads: Router().use(visitLogUploadRoutes(deps), visitPhotoUploadRoutes(deps)),
    signedIn: Router()
      .use(visitListRoutes(deps), reachRoutes(deps), visitLogRoutes(deps))
      .use(visitPageRoutes(deps), visitEditRoutes(deps), visitCancelRoutes(deps))
      .use(visitPhotoRoutes(deps)),
  };
}

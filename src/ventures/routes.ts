import { Router } from 'express';
import type { ListToolsDeps } from '../people/saved-list.js';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { batchRoutes } from './batch/batch-routes.js';
import { categoriesRoutes } from './categories/categories-routes.js';
import { correctPersonRoutes } from './correct-person-routes.js';
import { distinctionRoutes } from './doubles/distinction-routes.js';
import { doublesRoutes } from './doubles/doubles-routes.js';
import { editRoutes } from './edit-routes.js';
import { leaseMistakeRoutes } from './lease-mistake-routes.js';
import { leasePageRoutes, leasePaperUploadRoutes } from './lease-page-routes.js';
import { listRoutes } from './list-routes.js';
import { logRoutes } from './log-routes.js';
import { mergeRoutes } from './merging/merge-routes.js';
import { undoMergeRoutes } from './merging/undo-routes.js';
import { pageRoutes } from './page-routes.js';
import type { VentureDeps } from './panels.js';
import { renewalRoutes } from './renewal-routes.js';
import { rentRollRoutes } from './rent-roll/roll-routes.js';
import { residencyRoutes } from './residency-routes.js';
import { roleRoutes } from './role-routes.js';
import { settlingRoutes } from './settling-routes.js';
import { tenancyRoutes } from './tenancy-routes.js';
import { voidRoleRoutes } from './void-role-routes.js';
import { voidRoutes } from './void-routes.js';
import { voidSpaceRoutes } from './void-space-routes.js';

/** Ventures, and what happens to each: settling, moving, ending, its leases and people. */
export function ventureRoutes(deps: VentureDeps & ListToolsDeps & SealingDeps): RoomRoutes {
  return {
    uploads: leasePaperUploadRoutes(deps),
    signedIn: Router()
      .use(listRoutes(deps), batchRoutes(deps), logRoutes(deps), editRoutes(deps))
      .use(pageRoutes(deps), residencyRoutes(deps), tenancyRoutes(deps), leaseMistakeRoutes(deps))
      .use(leasePageRoutes(deps))
      .use(voidSpaceRoutes(deps))
      .use(
        roleRoutes(deps),
        voidRoleRoutes(deps),
        correctPersonRoutes(deps),
        voidRoutes(deps),
        settlingRoutes(deps),
      )
      .use(rentRollRoutes(deps), renewalRoutes(deps), mergeRoutes(deps), undoMergeRoutes(deps))
      .use(doublesRoutes(deps), distinctionRoutes(deps), categoriesRoutes(deps)),
  };
}

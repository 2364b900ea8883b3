import { Router } from 'express';
import type { ListToolsDeps } from '../people/saved-list.js';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { closingRequestRoutes } from './closing-request-routes.js';
import { closingRoutes } from './closing-routes.js';
import { evidenceRoutes } from './evidence-routes.js';
import { founderReportRoutes } from './founder-report-routes.js';
import { parkReturnRoutes, returnGridRoutes } from './grid-routes.js';
import { importRoutes, importUploadRoutes } from './import-routes.js';
import { returnMoveRoutes } from './move-routes.js';
import { returnsOverviewRoutes } from './overview-routes.js';
import { returnProofRoutes, returnProofUploadRoutes } from './proof-routes.js';
import { reopeningRoutes } from './reopening-routes.js';
import { rosterRoutes, rosterUploadRoutes } from './roster-routes.js';
import { returnRulesRoutes } from './rules-routes.js';
import { submissionRoutes } from './submission-routes.js';
import { ventureReturnRoutes } from './venture-return-routes.js';

/** 带动就业月报: a park’s month from the grid to its closing. */
export function returnRoutes(deps: SealingDeps & ListToolsDeps): RoomRoutes {
  return {
    uploads: Router().use(
      returnGridRoutes(deps),
      rosterUploadRoutes(deps),
      importUploadRoutes(deps),
      returnProofUploadRoutes(deps),
    ),
    signedIn: Router()
      .use(ventureReturnRoutes(deps), returnsOverviewRoutes(deps), founderReportRoutes(deps))
      .use(returnRulesRoutes(deps), closingRoutes(deps), reopeningRoutes(deps))
      .use(closingRequestRoutes(deps))
      .use(evidenceRoutes(deps), submissionRoutes(deps), returnMoveRoutes(deps))
      .use(parkReturnRoutes(deps), rosterRoutes(deps), importRoutes(deps))
      .use(returnProofRoutes(deps)),
  };
}

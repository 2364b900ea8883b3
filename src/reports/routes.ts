import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { reportChartRoutes } from './chart-routes.js';
import { crossRoutes } from './cross-routes.js';
import { jobRoutes } from './job-routes.js';
import { reportListRoutes } from './list-routes.js';
import { recordsRoutes } from './records-routes.js';
import { standardReportRoutes } from './report-routes.js';
import { scheduleRoutes } from './schedule-routes.js';
import { thresholdRoutes } from './threshold-routes.js';
import { verifyRoutes, verifyUploadRoutes } from './verify-routes.js';

/** Reports, cross-tables, and the files made of them. */
export function reportRoutes(deps: Deps): RoomRoutes {
  return {
    uploads: Router().use(verifyUploadRoutes(deps)),
    signedIn: Router()
      .use(reportListRoutes(deps), standardReportRoutes(deps), recordsRoutes(deps))
      .use(crossRoutes(deps), thresholdRoutes(deps), jobRoutes(deps))
      .use(scheduleRoutes(deps), verifyRoutes(), reportChartRoutes(deps)),
  };
}

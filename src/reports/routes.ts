import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { reportChartRoutes } from './chart-routes.js';
import { crossRoutes } from './cross-routes.js';
import { reportListRoutes } from './list-routes.js';
import { filedRoutes } from './papers/filed-routes.js';
import { paperRoutes } from './papers/paper-routes.js';
import { recordsRoutes } from './records-routes.js';
import { standardReportRoutes } from './report-routes.js';
import { thresholdRoutes } from './threshold-routes.js';

/** Reports, cross-tables, and the records under their numbers. */
export function reportRoutes(deps: Deps): RoomRoutes {
  return {
    signedIn: Router()
      .use(reportListRoutes(deps), standardReportRoutes(deps), recordsRoutes(deps))
      .use(paperRoutes(deps), filedRoutes(deps))
      .use(crossRoutes(deps), thresholdRoutes(deps), reportChartRoutes(deps)),
  };
}

import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { jobRoutes } from './job-routes.js';
import { scheduleRoutes } from './schedule-routes.js';
import { verifyRoutes, verifyUploadRoutes } from './verify-routes.js';

/** Files made in the background and on their days, and whether a workbook is as it was made. */
export function exportRoutes(deps: Deps): RoomRoutes {
  return {
    uploads: Router().use(verifyUploadRoutes(deps)),
    signedIn: Router().use(jobRoutes(deps), scheduleRoutes(deps), verifyRoutes()),
  };
}

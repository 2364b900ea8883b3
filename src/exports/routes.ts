import { Router } from 'express';
import type { RoomRoutes } from '../web/route-table.js';
import type { ExportingDeps } from './deps.js';
import { fileRoutes } from './file-routes.js';
import { jobRoutes } from './job-routes.js';
import { scheduleRoutes } from './schedule-routes.js';
import { verifyRoutes, verifyUploadRoutes } from './verify-routes.js';

/** The files of pages, those made in the background and on their days, and whether a workbook is as it was made. */
export function exportRoutes(deps: ExportingDeps): RoomRoutes {
  return {
    uploads: Router().use(verifyUploadRoutes(deps)),
    signedIn: Router()
      .use(fileRoutes(deps), jobRoutes(deps))
      .use(scheduleRoutes(deps), verifyRoutes()),
  };
}

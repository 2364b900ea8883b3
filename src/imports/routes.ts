import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { backlogRoutes } from './backlog-routes.js';
import { importBatchRoutes } from './batch-routes.js';
import { importUploadRoutes } from './upload-routes.js';

/** 批量导入: lists of ventures that parks bring with them. */
export function importRoomRoutes(deps: Deps): RoomRoutes {
  return {
    uploads: importUploadRoutes(deps),
    signedIn: Router().use(importBatchRoutes(deps), backlogRoutes(deps)),
  };
}

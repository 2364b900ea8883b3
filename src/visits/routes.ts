import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import { visitCancelRoutes } from './cancel-routes.js';
import { visitEditRoutes } from './edit-routes.js';
import { visitListRoutes } from './list-routes.js';
import { visitLogRoutes } from './log-routes.js';
import { reachRoutes } from './reach-routes.js';
import { visitRoutes } from './visit-routes.js';

/** 走访服务: what parks do for their residents, and whom nobody was at for too long. */
export function visitsRoutes(deps: Deps): Router {
  return Router().use(
    visitListRoutes(deps),
    reachRoutes(deps),
    visitLogRoutes(deps),
    visitRoutes(deps),
    visitEditRoutes(deps),
    visitCancelRoutes(deps),
  );
}

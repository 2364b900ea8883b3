import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import { editRoutes } from './edit-routes.js';
import { listRoutes } from './list-routes.js';
import { logRoutes } from './log-routes.js';
import { pageRoutes } from './page-routes.js';

/** The list of ventures, logging and editing one, and its page. What happens to it is in residency-routes. */
export function ventureRoutes(deps: Deps): Router {
  return Router().use(listRoutes(deps), logRoutes(deps), editRoutes(deps), pageRoutes(deps));
}

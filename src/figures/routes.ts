import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { figureChangeRoutes } from './change-routes.js';
import { consistencyRoutes } from './consistency-routes.js';
import { definitionsRoutes } from './definitions-routes.js';
import { figureMembersRoutes } from './members-routes.js';
import { publishRoutes } from './publish-routes.js';
import { publishedRoutes } from './published-routes.js';
import { registerRoutes } from './register-routes.js';

/** The register of reported figures is for everyone to read; publishing is for the bureau. */
export function figureRoutes(deps: Deps): RoomRoutes {
  return {
    open: Router().use(
      consistencyRoutes(deps),
      definitionsRoutes(deps),
      publishedRoutes(deps),
      registerRoutes(deps),
    ),
    signedIn: Router().use(
      publishRoutes(deps),
      figureChangeRoutes(deps),
      figureMembersRoutes(deps),
    ),
  };
}

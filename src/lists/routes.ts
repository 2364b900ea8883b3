import { Router } from 'express';
import type { RoomRoutes } from '../web/route-table.js';
import type { ListDeps } from './deps.js';
import { viewRoutes } from './view-routes.js';

/** Saved views of lists. */
export function listRoomRoutes(deps: ListDeps): RoomRoutes {
  return { signedIn: Router().use(viewRoutes(deps)) };
}

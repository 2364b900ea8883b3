import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { personPageRoutes } from './person-routes.js';

/** The page of a person. */
export const personRoutes = (deps: Deps): RoomRoutes => ({ signedIn: personPageRoutes(deps) });

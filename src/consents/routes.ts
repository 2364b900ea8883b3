import type { Deps } from '../web/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { consentRoutes } from './consent-routes.js';

/** Giving consent to what is kept of a person, and withdrawing it. */
export const consentRoomRoutes = (deps: Deps): RoomRoutes => ({ signedIn: consentRoutes(deps) });

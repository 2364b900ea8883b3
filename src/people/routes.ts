import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { accountListRoutes } from './account-list-routes.js';
import { accountRequestRoutes } from './account-requests/routes.js';
import { accountSettingsRoutes } from './account-settings-routes.js';
import { ownAccountRoutes } from './own-account-routes.js';
import { phoneRoutes } from './phone-routes.js';
import { registrationRoutes } from './registration-routes.js';
import type { ListToolsDeps } from './saved-list.js';
import { signInRoutes } from './sign-in-routes.js';

/** Signing in and registering are for everyone; the own account, and all accounts for people who have signed in. */
export function peopleRoutes(deps: SealingDeps & ListToolsDeps): RoomRoutes {
  return {
    open: Router().use(signInRoutes(deps), registrationRoutes(deps)),
    signedIn: Router().use(
      ownAccountRoutes(deps),
      accountSettingsRoutes(deps),
      accountListRoutes(deps),
      accountRequestRoutes(deps),
      phoneRoutes(deps),
    ),
  };
}

import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { proofFileRoutes } from './file-routes.js';
import { proofUploadRoutes } from './upload-routes.js';

/** Files of proof: sending one, reading it, taking it out. */
export function proofRoutes(deps: SealingDeps): RoomRoutes {
  return {
    uploads: Router().use(proofUploadRoutes(deps)),
    signedIn: Router().use(proofFileRoutes(deps)),
  };
}

import { Router } from 'express';
import type { RoomRoutes } from '../web/route-table.js';
import { draftRoutes } from './draft-routes.js';
import { editorRoutes } from './editor-routes.js';
import { endRoutes } from './end-routes.js';
import { newPolicyRoutes } from './new-routes.js';
import { publicPolicyRoutes } from './public-routes.js';
import { sampleRoutes } from './samples/sample-routes.js';
import type { DraftDeps } from './tried.js';

/** Policies in force are for everyone to read; drafts are for the bureau. */
export function policyRoutes(deps: DraftDeps): RoomRoutes {
  return {
    open: Router().use(publicPolicyRoutes(deps)),
    signedIn: Router().use(
      newPolicyRoutes(deps),
      draftRoutes(deps),
      editorRoutes(deps),
      sampleRoutes(deps),
      endRoutes(deps),
    ),
  };
}

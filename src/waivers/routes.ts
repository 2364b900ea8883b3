import { Router } from 'express';
import type { FindDeps } from '../find/deps.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { editionsRoutes } from './applying/editions-routes.js';
import { founderActRoutes } from './applying/founder-act-routes.js';
import { newWaiverRoutes } from './applying/new-routes.js';
import { papersRoutes } from './applying/papers-routes.js';
import { waiverProofRoutes } from './applying/proof-routes.js';
import { waiverUploadRoutes } from './applying/proof-upload-routes.js';
import { questionRoutes } from './applying/question-routes.js';
import { submissionRoutes } from './applying/submission-routes.js';
import { surrenderRoutes } from './applying/surrender-routes.js';
import { caseRoutes } from './case-routes.js';
import { letterRoutes } from './letters/letter-routes.js';
import { officeRoutes } from './letters/office-routes.js';
import { waiverListRoutes } from './list-routes.js';
import { assignmentRoutes } from './queue/assignment-routes.js';
import { batchRoutes } from './queue/batch-routes.js';
import { queueRoutes } from './queue/queue-routes.js';
import { claimRoutes } from './reviewing/claim-routes.js';
import { correctionRoutes } from './reviewing/correction-routes.js';
import { determinationRoutes } from './reviewing/determination-routes.js';
import { factCorrectionRoutes } from './reviewing/fact-correction-routes.js';
import { furtherPaperRoutes } from './reviewing/further-paper-routes.js';
import { reconsiderationRoutes } from './reviewing/reconsideration-routes.js';
import { reviewRoutes } from './reviewing/review-routes.js';
import { revocationRoutes } from './reviewing/revocation-routes.js';

type WaiverDeps = SealingDeps & FindDeps & ListToolsDeps;

/** A case from draft to letter: the founder's pages, and those of the desks of the park, the county and the bureau. */
export function waiverRoutes(deps: WaiverDeps): RoomRoutes {
  return {
    uploads: waiverUploadRoutes(deps),
    signedIn: Router().use(deskRoutes(deps), founderRoutes(deps)),
  };
}

function deskRoutes(deps: WaiverDeps): Router {
  return Router()
    .use(queueRoutes(deps), batchRoutes(deps), assignmentRoutes(deps))
    .use(claimRoutes(deps), reviewRoutes(deps), correctionRoutes(deps))
    .use(furtherPaperRoutes(deps), factCorrectionRoutes(deps))
    .use(determinationRoutes(deps), reconsiderationRoutes(deps), revocationRoutes(deps))
    .use(letterRoutes(deps), officeRoutes(deps));
}

function founderRoutes(deps: SealingDeps): Router {
  return Router()
    .use(waiverListRoutes(deps), newWaiverRoutes(deps), papersRoutes(deps))
    .use(questionRoutes(deps), waiverProofRoutes(deps), submissionRoutes(deps))
    .use(founderActRoutes(deps), surrenderRoutes(deps), editionsRoutes(deps))
    .use(caseRoutes(deps));
}

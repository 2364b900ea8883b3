import { type Request, type Response, Router } from 'express';
import { viewerOf } from '../people/viewer.js';
import { speakOf } from '../policies/form-of.js';
import type { SealingDeps } from '../vault/deps.js';
import { found } from '../web/errors.js';
import { showFounderCase } from './applying/founder-case.js';
import { showTasks } from './applying/task-page.js';
import { type CaseFile, findCase, isCaseNumber } from './find-case.js';
import { canFillIn } from './permissions.js';
import { showReviewCase } from './reviewing/review-page.js';

/** One address for a case: what stands there is the founder's page, or the reviewer's. */
export function caseRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/waivers/:number', async (req, res, next) => {
    if (!isCaseNumber(req.params.number)) return next();
    await showCase(
      deps,
      req,
      res,
      found(await findCase(deps.db, viewerOf(res), req.params.number)),
    );
  });
  return router;
}

async function showCase(
  deps: SealingDeps,
  req: Request,
  res: Response,
  application: CaseFile,
): Promise<void> {
  speakOf(res, application.rules);
  const viewer = viewerOf(res);
  const fillsIn = canFillIn(viewer, application);
  if (application.state === 'draft' && fillsIn) return showTasks(deps, req, res, application);
  const isFounders = viewer.role === 'founder' || fillsIn || application.submittedAt === null;
  await (isFounders ? showFounderCase : showReviewCase)(deps, req, res, application);
}

import { type Request, type Response, Router } from 'express';
import { viewerOf } from '../../people/viewer.js';
import { localPath } from '../../web/addresses.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { type FormView, formView } from '../../web/forms.js';
import { sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { claimApplication, recuseFromCase, releaseApplication } from '../claim-application.js';
import { commentOnApplication } from '../comment-on-application.js';
import type { CaseFile } from '../find-case.js';
import { canComment, isReviewer, sitsAt } from '../permissions.js';
import { actOnCase, casePage, caseToReview, whatHappened } from './case-form.js';
import { AsideForm, CommentForm, deskLabels, SeenForm } from './desk-forms.js';
import { reviewPage } from './review-page.js';

const desks = ['park', 'county', 'bureau'] as const;

/** Who has a case in hand: claiming it, releasing it, stepping aside, and what reviewers say on it. */
export function claimRoutes(deps: Deps): Router {
  const router = Router();
  router.post('/waivers/:number/claim', (req, res) => hold(deps, req, res, claimApplication));
  router.post('/waivers/:number/release', (req, res) => hold(deps, req, res, releaseApplication));
  router.get('/waivers/:number/stepping-aside', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    allowAnyDesk(res, application);
    if (!isReviewer(viewerOf(res), application))
      throw await whatHappened(deps, res, application.number);
    asidePage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/stepping-aside', (req, res) => stepAside(deps, req, res));
  router.get('/waivers/:number/review-comments', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    allow(canComment(viewerOf(res), application));
    commentPage(res, application, formView(sayTo(res), { audience: 'inside' }));
  });
  router.post('/waivers/:number/review-comments', (req, res) => comment(deps, req, res));
  return router;
}

const allowAnyDesk = (res: Response, application: CaseFile): void =>
  allow(
    desks.some((desk) => sitsAt(viewerOf(res), application, desk)),
    'waivers.not-your-desk',
  );

/** Leads back to the list where it was done there. */
async function hold(
  deps: Deps,
  req: Request,
  res: Response,
  verb: typeof claimApplication,
): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowAnyDesk(res, application);
  const isCurrent = String(application.version) === req.body?.version;
  if (!isCurrent && !isReviewer(viewerOf(res), application))
    throw await whatHappened(deps, res, application.number);
  const form = await actOnCase(deps, req, res, application, SeenForm, verb);
  if (form.ok) return leadOn(res, localPath(req.body?.back) ?? form.value);
  res.status(422);
  await reviewPage(deps, res, application, {
    ...formView(sayTo(res), {}, form.faults),
  });
}

async function stepAside(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowAnyDesk(res, application);
  const form = await actOnCase(deps, req, res, application, AsideForm, recuseFromCase);
  await answerForm(res, form, deskLabels, (view) => asidePage(res, application, view));
}

const asidePage = (res: Response, application: CaseFile, form: FormView): void =>
  casePage(res, application, form, {
    view: 'stepping-aside',
    title: sayTo(res)('waivers.act.recuse'),
  });

/** A comment is written on a page of its own, where no other button takes what was typed. */
function commentPage(res: Response, application: CaseFile, form: FormView): void {
  const say = sayTo(res);
  casePage(res, application, form, {
    view: 'comment',
    title: say('waivers.review.comment.write'),
    audiences: (['inside', 'founder'] as const).map((value) => ({
      value,
      label: say(`waivers.review.comment.to-${value}`),
    })),
  });
}

async function comment(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allow(canComment(viewerOf(res), application));
  const form = await actOnCase(deps, req, res, application, CommentForm, commentOnApplication);
  await answerForm(res, form, deskLabels, (view) => commentPage(res, application, view));
}

import { type Request, type Response, Router } from 'express';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { type FormView, formView } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { acceptApplication } from '../accept-application.js';
import { assessCase } from '../assess-case.js';
import type { CaseFile } from '../find-case.js';
import { recommendations, reviewApplication, sendBack } from '../review-application.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { BackForm, deskLabels, ReviewForm, SeenForm } from './desk-forms.js';
import { assessedRow } from './present-assessed.js';
import { topRows } from './present-review.js';

/** Accepting a case, reviewing it at the park and the county, and sending it back to the desk before. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/acceptance', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'accept');
    acceptancePage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/acceptance', (req, res) => accept(deps, req, res));
  router.get('/waivers/:number/review', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'pass-park', 'pass-county');
    await reviewFormPage(deps, res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/review', (req, res) => review(deps, req, res));
  router.get('/waivers/:number/sending-back', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'back-to-park', 'back-to-county');
    backPage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/sending-back', (req, res) => goBack(deps, req, res));
  return router;
}

async function accept(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'accept');
  const form = await actOnCase(deps, req, res, application, SeenForm, acceptApplication);
  await answerForm(res, form, deskLabels, (view) => acceptancePage(res, application, view));
}

function acceptancePage(res: Response, application: CaseFile, form: FormView): void {
  const voice = frameOf(res);
  casePage(res, application, form, {
    view: 'acceptance',
    title: voice.say('waivers.act.accept'),
    rows: topRows(application, voice),
  });
}

async function review(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'pass-park', 'pass-county');
  const form = await actOnCase(deps, req, res, application, ReviewForm, reviewApplication);
  await answerForm(res, form, deskLabels, (view) => reviewFormPage(deps, res, application, view));
}

async function reviewFormPage(
  { db }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { assessment } = await assessCase(db, application);
  const isPark = application.state === 'park-review';
  casePage(res, application, form, {
    view: 'review-form',
    title: voice.say(isPark ? 'waivers.act.pass-park' : 'waivers.act.pass-county'),
    rows: [...topRows(application, voice), assessedRow(assessment, voice)],
    options: recommendations.map((value) => ({
      value,
      label: voice.say(`waivers.review.recommends.${value}`),
    })),
  });
}

async function goBack(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'back-to-park', 'back-to-county');
  const form = await actOnCase(deps, req, res, application, BackForm, sendBack);
  await answerForm(res, form, deskLabels, (view) => backPage(res, application, view));
}

function backPage(res: Response, application: CaseFile, form: FormView): void {
  const move = application.state === 'bureau-review' ? 'back-to-county' : 'back-to-park';
  casePage(res, application, form, {
    view: 'sending-back',
    title: sayTo(res)(`waivers.act.${move}`),
  });
}

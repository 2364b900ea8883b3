import { type Request, type Response, Router } from 'express';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { type FormView, formView } from '../../web/forms.js';
import { sayTo } from '../../web/frame.js';
import { askForPaper } from '../ask-for-paper.js';
import { declineApplication } from '../decline-application.js';
import type { CaseFile } from '../find-case.js';
import { askMoves } from '../further-papers.js';
import { reasons } from '../reasons.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { DeclineForm, deskLabels, PaperForm } from './desk-forms.js';

/** Asking for a further paper, from whichever desk has the case, and not accepting one. */
export function furtherPaperRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/further-paper', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, ...askMoves);
    paperPage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/further-paper', (req, res) => ask(deps, req, res));
  router.get('/waivers/:number/non-acceptance', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'decline');
    declinePage(res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/non-acceptance', (req, res) => decline(deps, req, res));
  return router;
}

async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, ...askMoves);
  const form = await actOnCase(deps, req, res, application, PaperForm, askForPaper);
  await answerForm(res, form, deskLabels, (view) => paperPage(res, application, view));
}

async function decline(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'decline');
  const form = await actOnCase(deps, req, res, application, DeclineForm, declineApplication);
  await answerForm(res, form, deskLabels, (view) => declinePage(res, application, view));
}

function paperPage(res: Response, application: CaseFile, form: FormView): void {
  const say = sayTo(res);
  casePage(res, application, form, {
    view: 'further-paper',
    title: say('waivers.act.ask-park'),
    lead: say('waivers.desk.paper-lead', { days: application.rules.limits.correct }),
  });
}

function declinePage(res: Response, application: CaseFile, form: FormView): void {
  const say = sayTo(res);
  casePage(res, application, form, {
    view: 'non-acceptance',
    title: say('waivers.act.decline'),
    options: reasons.decline.map((value) => ({ value, label: say(`waivers.reason.${value}`) })),
  });
}

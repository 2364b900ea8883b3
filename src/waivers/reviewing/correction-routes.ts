import { type Request, type Response, Router } from 'express';
import { today } from '../../calendar/days.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView, readForm, type Typed } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { knownOf } from '../facts-of.js';
import type { CaseFile } from '../find-case.js';
import { correctionLetter } from '../letters/correction-letter.js';
import { issuerFor } from '../letters/letter-issuer.js';
import { letterContent } from '../letters/make-letter.js';
import { renderLetter } from '../letters/render-letter.js';
import { questionsOf } from '../questions.js';
import { returnForCorrection } from '../return-for-correction.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { CorrectionForm, deskLabels } from './desk-forms.js';

/** Returning a case for correction: what is missing is ticked, the notice is read, then it goes out. */
export function correctionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/correction', async (req, res) => {
    const application = await caseToReview(deps, req, res);
    await expectOpen(deps, res, application, 'return');
    await correctionPage(deps, res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/correction/preview', (req, res) => preview(deps, req, res));
  router.post('/waivers/:number/correction', (req, res) => send(deps, req, res));
  return router;
}

async function send(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  allowDesk(res, application, 'return');
  const form = await actOnCase(deps, req, res, application, CorrectionForm, returnForCorrection);
  await answerForm(res, form, deskLabels, (view) => correctionPage(deps, res, application, view));
}

/** Shows the notice as it would go out; nothing is done yet. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  await expectOpen(deps, res, application, 'return');
  const { say } = frameOf(res);
  const form = readForm(CorrectionForm, req.body as Sent);
  if (!form.ok) {
    await answerForm(res, form, deskLabels, (view) => correctionPage(deps, res, application, view));
    return;
  }
  const by = { at: deps.clock.now() };
  const letter = correctionLetter(application, by, form.value);
  const day = today(by.at);
  const viewer = viewerOf(res);
  const { issuer, series } = await issuerFor(deps.db, { kind: letter.kind, viewer, day });
  const content = await letterContent(deps.db, by, application, {
    ...letter,
    number: say('waivers.desk.preview'),
    issuer: Object.assign(issuer, {
      document: series && say('letter.document-later', { series }),
      check: say('letter.check-later'),
    }),
  });
  const { fields, proof, note, version } = form.value;
  casePage(res, application, formView(say, { note, version: String(version) } satisfies Typed), {
    view: 'correction-preview',
    title: say('waivers.desk.preview-title'),
    ...renderLetter(content),
    fields,
    proof,
    note,
  });
}

async function correctionPage(
  { db, clock }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { venture } = await knownOf(db, application, today(clock.now()));
  casePage(res, application, form, {
    view: 'correction',
    title: say('waivers.act.return'),
    left: say('waivers.desk.corrections-left', {
      n: application.rules.corrections - application.corrections,
      days: application.rules.limits.correct,
    }),
    fields: questionsOf(application.rules, venture).map((value) => ({
      value,
      label: say(`waivers.question.${value}`),
    })),
    items: application.rules.proof.map(({ id, text }) => ({ value: id, label: text[lang] })),
  });
}

import { type Request, type Response, Router } from 'express';
import { today } from '../../calendar/days.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView, readForm, type Typed } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { knownOf } from '../facts-of.js';
import { correctionLetter } from '../letters/correction-letter.js';
import { letterContent } from '../letters/make-letter.js';
import { renderLetter } from '../letters/render-letter.js';
import { questionsOf } from '../questions.js';
import { returnForCorrection } from '../return-for-correction.js';
import { actOnCase, allowDesk, casePage, caseToReview, expectOpen } from './case-form.js';
import { CorrectionForm, deskLabels } from './desk-forms.js';
import type { ReviewedCase } from './review-queries.js';

/** Returning a case for correction: what is missing is ticked, the notice is read, then it goes out. */
export function correctionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/correction', async (req, res) => {
    const one = await caseToReview(deps, req, res);
    await expectOpen(deps, res, one, 'return');
    await correctionPage(deps, res, one, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/correction/preview', (req, res) => preview(deps, req, res));
  router.post('/waivers/:number/correction', (req, res) => send(deps, req, res));
  return router;
}

async function send(deps: Deps, req: Request, res: Response): Promise<void> {
  const one = await caseToReview(deps, req, res);
  allowDesk(res, one, 'return');
  const form = await actOnCase(deps, req, res, one, CorrectionForm, returnForCorrection);
  await answerForm(res, form, deskLabels, (view) => correctionPage(deps, res, one, view));
}

/** Shows the notice as it would go out; nothing is done yet. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const one = await caseToReview(deps, req, res);
  await expectOpen(deps, res, one, 'return');
  const { say } = frameOf(res);
  const form = readForm(CorrectionForm, req.body as Sent);
  if (!form.ok) {
    await answerForm(res, form, deskLabels, (view) => correctionPage(deps, res, one, view));
    return;
  }
  const by = { at: deps.clock.now() };
  const told = correctionLetter(one, by, form.value);
  const content = await letterContent(deps.db, by, one, {
    ...told,
    number: say('waivers.desk.preview'),
  });
  const { fields, proof, note, version } = form.value;
  casePage(res, one, formView(say, { note, version: String(version) } satisfies Typed), {
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
  one: ReviewedCase,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { venture } = await knownOf(db, one, today(clock.now()));
  casePage(res, one, form, {
    view: 'correction',
    title: say('waivers.act.return'),
    left: say('waivers.desk.corrections-left', {
      n: one.rules.corrections - one.corrections,
      days: one.rules.limits.correct,
    }),
    fields: questionsOf(one.rules, venture).map((value) => ({
      value,
      label: say(`waivers.question.${value}`),
    })),
    items: one.rules.proof.map(({ id, text }) => ({ value: id, label: text[lang] })),
  });
}

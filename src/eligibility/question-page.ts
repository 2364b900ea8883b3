import type { Request, Response } from 'express';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView, readForm } from '../web/forms.js';
import { page } from '../web/views.js';
import { keepAnswers } from './answer-cookie.js';
import type { Asking } from './asking.js';
import { presentQuestion } from './present.js';
import { addressOf, afterAll, onward, type State, stateOf, withAnswers } from './state.js';

/** A question, with what was answered to it. */
export async function askQuestion(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const question = questionAt(state, req);
  if (!question) return res.redirect(303, onward(state));
  showQuestion(
    res,
    state,
    question,
    formView(state.context.voice.say, question.typed),
    isChange(req),
  );
}

/** Nothing by this name was ever asked: 404. A policy that changed meanwhile may no longer ask it: undefined. */
function questionAt({ questions }: State, req: Request): Asking | undefined {
  const slug = String(req.params.question);
  const question = questions.find((item) => item.slug === slug);
  return question ?? found(mayBeAsked.test(slug) ? { question } : null).question;
}

const mayBeAsked =
  /^(categories|graduation|legal-form|registered|trading|settled|jobs|premises|area|rent|lease|other-benefit|before|(since|had|declaration)-[a-z0-9-]+)$/;

const isChange = (req: Request): boolean => req.query.change === 'yes';

function showQuestion(
  res: Response,
  { questions, context }: State,
  question: Asking,
  form: FormView,
  changes: boolean,
): void {
  const at = questions.indexOf(question);
  const before = questions[at - 1];
  const backwards = before ? addressOf(before) : '/eligibility';
  const address = addressOf(question);
  page(res, 'eligibility/question', {
    title: question.title,
    ...presentQuestion(question, { n: at + 1, of: questions.length }, context.voice),
    form,
    hasErrors: form.summary.length > 0,
    changes,
    action: changes ? `${address}?change=yes` : address,
    back: changes ? afterAll : backwards,
  });
}

/** Takes an answer, keeps it, and leads on. */
export async function takeAnswer(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const question = questionAt(state, req);
  if (!question) return res.redirect(303, onward(state));
  const { say } = state.context.voice;
  // What is the page's heading need not be named again.
  const labels = question.fields.filter(({ heads }) => !heads);
  const form = readForm(question.form(), req.body);
  const answers = form.ok ? { ...state.context.answers, ...form.value } : null;
  if (answers && keepAnswers(res, answers, deps.config.secureCookies)) {
    return res.redirect(303, afterThis(withAnswers({ ...state.context, answers }), question, req));
  }
  const faults = form.ok ? [{ field: '', key: 'eligibility.fault.long' as const }] : form.faults;
  const typed = form.ok ? question.typed : form.typed;
  res.status(422);
  showQuestion(res, state, question, formView(say, typed, faults, labels), isChange(req));
}

/** The next question in order; after a change only what the change has opened. */
function afterThis(state: State, { slug }: Asking, req: Request): string {
  const at = state.questions.findIndex((question) => question.slug === slug);
  const following = state.questions[at + 1];
  if (isChange(req) || !following) return onward(state);
  return addressOf(following);
}

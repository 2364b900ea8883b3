import { type Request, type RequestHandler, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { versionsInForce } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView, readForm } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { forgetAnswers, keepAnswers, readAnswers } from './answer-cookie.js';
import type { Asking, Given } from './asking.js';
import { needsOf } from './needs.js';
import { presentAnswers, presentQuestion, presentStart } from './present.js';
import { questionsFor } from './questions.js';
import { showResult } from './result.js';

/** Whether the rent can be waived: asked without an account, kept in the browser alone. */
export function eligibilityRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/eligibility', (req, res) => showStart(deps, req, res));
  router.get('/eligibility/questions/:question', keepPrivate, (req, res) => ask(deps, req, res));
  router.post('/eligibility/questions/:question', keepPrivate, (req, res) => take(deps, req, res));
  router.get('/eligibility/answers', keepPrivate, (req, res) => showAnswers(deps, req, res));
  router.get('/eligibility/result', keepPrivate, (req, res) => result(deps, req, res));
  router.post('/eligibility/clearing', (_req, res) => {
    forgetAnswers(res, deps.config.secureCookies);
    res.redirect(303, '/eligibility');
  });
  return router;
}

/** What somebody answered is for nobody's cache and for no index. */
const keepPrivate: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
  next();
};

type State = { given: Given; questions: Asking[]; next: Asking | undefined };

/** Where a visitor stands, by the policies in force right now. */
async function stateOf({ db, clock }: Deps, req: Request, res: Response): Promise<State> {
  const on = today(clock.now());
  const needs = needsOf(await versionsInForce(db, on));
  return withAnswers({ answers: readAnswers(req), on, needs, voice: frameOf(res) });
}

function withAnswers(given: Given): State {
  const questions = questionsFor(given);
  return { given, questions, next: questions.find(({ told }) => told === null) };
}

const addressOf = ({ slug }: Asking): string => `/eligibility/questions/${slug}`;
const afterAll = '/eligibility/answers';

async function showStart(deps: Deps, req: Request, res: Response): Promise<void> {
  const { given, questions, next } = await stateOf(deps, req, res);
  const hasAnswers = questions.some(({ told }) => told !== null);
  // What this browser has answered shows here too.
  if (hasAnswers) res.set('Cache-Control', 'no-store');
  const [first] = questions;
  page(res, 'eligibility/start', {
    title: given.voice.say('eligibility.title'),
    ...presentStart(given),
    first: first ? addressOf(first) : null,
    goOn: hasAnswers ? (next ? addressOf(next) : afterAll) : null,
  });
}

async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const question = questionAt(state, req);
  if (!question) return res.redirect(303, onward(state));
  showQuestion(
    res,
    state,
    question,
    formView(state.given.voice.say, question.typed),
    isChange(req),
  );
}

/** Nothing by this name was ever asked: 404. A policy that changed meanwhile may no longer ask it: undefined. */
function questionAt({ questions }: State, req: Request): Asking | undefined {
  const slug = String(req.params.question);
  const question = questions.find((one) => one.slug === slug);
  return question ?? found(mayBeAsked.test(slug) ? { question } : null).question;
}

const mayBeAsked =
  /^(categories|graduation|legal-form|registered|trading|settled|jobs|premises|area|rent|lease|other-benefit|before|(since|had|declaration)-[a-z0-9-]+)$/;

/** To what is not yet answered, else to the answers; to the start where nothing is asked. */
function onward({ questions, next }: State): string {
  if (questions.length === 0) return '/eligibility';
  return next ? addressOf(next) : afterAll;
}

const isChange = (req: Request): boolean => req.query.change === 'yes';

function showQuestion(
  res: Response,
  { questions, given }: State,
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
    ...presentQuestion(question, { n: at + 1, of: questions.length }, given.voice),
    ...{ form, hasErrors: form.summary.length > 0, changes },
    action: changes ? `${address}?change=yes` : address,
    back: changes ? afterAll : backwards,
  });
}

async function take(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const question = questionAt(state, req);
  if (!question) return res.redirect(303, onward(state));
  const { say } = state.given.voice;
  // What is the page's heading need not be named again.
  const labels = question.fields.filter(({ heads }) => !heads);
  const form = readForm(question.form(), req.body);
  const answers = form.ok ? { ...state.given.answers, ...form.value } : null;
  if (answers && keepAnswers(res, answers, deps.config.secureCookies)) {
    return res.redirect(303, afterThis(withAnswers({ ...state.given, answers }), question, req));
  }
  const faults = form.ok ? [{ field: '', key: 'eligibility.fault.long' as const }] : form.faults;
  const typed = form.ok ? question.typed : form.typed;
  res.status(422);
  showQuestion(res, state, question, formView(say, typed, faults, labels), isChange(req));
}

/** The next question in order; after a change only what the change has opened. */
function afterThis(state: State, { slug }: Asking, req: Request): string {
  const at = state.questions.findIndex((one) => one.slug === slug);
  const following = state.questions[at + 1];
  if (isChange(req) || !following) return onward(state);
  return addressOf(following);
}

async function showAnswers(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  if (state.questions.length === 0 || state.next) return res.redirect(303, onward(state));
  const last = state.questions.at(-1);
  page(res, 'eligibility/answers', {
    title: state.given.voice.say('eligibility.answers'),
    rows: presentAnswers(state.questions),
    back: last ? addressOf(last) : '/eligibility',
  });
}

/** A policy put in force since the questions were answered may need another: it is asked first. */
async function result(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  if (state.questions.length === 0 || state.next) return res.redirect(303, onward(state));
  await showResult(deps, state.given, res);
}

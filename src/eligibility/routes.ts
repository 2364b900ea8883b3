import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Deps } from '../web/deps.js';
import { leadOn } from '../web/lead-on.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { forgetAnswers } from './answer-cookie.js';
import { beginWithSpace } from './begin-with-space.js';
import { presentAnswers, presentStart } from './present.js';
import { askQuestion, takeAnswer } from './question-page.js';
import { showResult } from './result.js';
import { addressOf, afterAll, onward, stateOf } from './state.js';

/** Whether the rent can be waived: asked without an account, kept in the browser alone. */
export function eligibilityRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/eligibility', (req, res) => showStart(deps, req, res));
  router.get('/eligibility/questions/:question', keepPrivate, (req, res) =>
    askQuestion(deps, req, res),
  );
  router.post('/eligibility/questions/:question', keepPrivate, (req, res) =>
    takeAnswer(deps, req, res),
  );
  router.post('/eligibility/space', keepPrivate, (req, res) => beginWithSpace(deps, req, res));
  router.get('/eligibility/answers', keepPrivate, (req, res) => showAnswers(deps, req, res));
  router.get('/eligibility/result', keepPrivate, (req, res) => result(deps, req, res));
  router.post('/eligibility/clearing', (_req, res) => {
    forgetAnswers(res, deps.config.secureCookies);
    leadOn(res, '/eligibility');
  });
  return { open: router };
}

/** What somebody answered is for nobody's cache and for no index. */
const keepPrivate: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
  next();
};

async function showStart(deps: Deps, req: Request, res: Response): Promise<void> {
  const { context, questions, pages, next } = await stateOf(deps, req, res);
  const hasAnswers = questions.some(({ answerText }) => answerText !== null);
  // What this browser has answered shows here too.
  if (hasAnswers) res.set('Cache-Control', 'no-store');
  const [first] = pages;
  page(res, 'eligibility/start', {
    title: context.voice.say('eligibility.title'),
    ...presentStart(context),
    first: first ? addressOf(first) : null,
    goOn: hasAnswers ? (next ? addressOf(next) : afterAll) : null,
  });
}

async function showAnswers(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  if (state.questions.length === 0 || state.next) return leadOn(res, onward(state));
  const last = state.pages.at(-1);
  page(res, 'eligibility/answers', {
    title: state.context.voice.say('eligibility.answers'),
    rows: presentAnswers(state.questions),
    back: last ? addressOf(last) : '/eligibility',
  });
}

/** A policy put in force since the questions were answered may need another: it is asked first. */
async function result(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  if (state.questions.length === 0 || state.next) return leadOn(res, onward(state));
  await showResult(deps, state.context, res);
}

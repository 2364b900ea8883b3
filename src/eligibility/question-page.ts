import type { Request, Response } from 'express';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { keepAnswers } from './answer-cookie.js';
import type { Answers } from './answers.js';
import { presentQuestion } from './present.js';
import {
  isAnswered,
  pageOfSlug,
  partsOfPage,
  type QuestionPage,
  readPage,
  typedOfPage,
} from './question-pages.js';
import { addressOf, onward, type State, stateOf, withAnswers } from './state.js';

/** A page of questions, with what was answered to them. */
export async function askQuestion(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const asked = pageAt(state, req);
  if (!asked) return leadOn(res, onward(state));
  const form = formView(state.context.voice.say, typedOfPage(asked));
  showPage(res, state, asked, form, isChange(req));
}

/** Nothing by this name was ever asked: 404. A policy that changed meanwhile may no longer ask it: undefined. */
function pageAt({ pages }: State, req: Request): QuestionPage | undefined {
  const slug = String(req.params.question);
  const asked = pageOfSlug(pages, slug);
  return asked ?? found(mayBeAsked.test(slug) ? { asked } : null).asked;
}

const mayBeAsked =
  /^(categories|graduation|legal-form|registered|trading|settled|jobs|premises|area|rent|lease|other-benefit|before|days|venture|benefits|had|declarations|(since|had|declaration)-[a-z0-9-]+)$/;

const isChange = (req: Request): boolean => req.query.change === 'yes';
const answersPage = '/eligibility/answers';

function showPage(
  res: Response,
  { pages, context }: State,
  asked: QuestionPage,
  form: FormView,
  changes: boolean,
): void {
  const at = pages.indexOf(asked);
  const before = pages[at - 1];
  const backwards = before ? addressOf(before) : '/eligibility';
  const address = addressOf(asked);
  page(res, 'eligibility/question', {
    title: asked.title,
    ...presentQuestion(asked, { n: at + 1, of: pages.length }, context.voice),
    parts: partsOfPage(asked),
    form,
    hasErrors: form.summary.length > 0,
    changes,
    isLast: at === pages.length - 1,
    action: changes ? `${address}?change=yes` : address,
    back: changes ? answersPage : backwards,
  });
}

/** Takes the answers of a page, keeps them, and leads on. */
export async function takeAnswer(deps: Deps, req: Request, res: Response): Promise<void> {
  const state = await stateOf(deps, req, res);
  const asked = pageAt(state, req);
  if (!asked) return leadOn(res, onward(state));
  const { say } = state.context.voice;
  // What is the page's heading need not be named again.
  const labels = partsOfPage(asked).flatMap(({ fields }) => fields.filter(({ heads }) => !heads));
  const form = readPage(asked, req.body ?? {}, state.context);
  const answers = form.ok ? stillOfSpace(form.value, state.context.answers) : null;
  if (answers && keepAnswers(res, answers, deps.config.secureCookies)) {
    const after = withAnswers(Object.assign({}, state.context, { answers }));
    return leadOn(res, afterThis(after, asked, req));
  }
  const faults = form.ok ? [{ field: '', key: 'eligibility.fault.long' as const }] : form.faults;
  const typed = form.ok ? typedOfPage(asked) : form.typed;
  res.status(422);
  showPage(res, state, asked, formView(say, typed, faults, labels), isChange(req));
}

/** The space that somebody began with is no longer the one looked at where its area, rent or kind is answered otherwise. */
function stillOfSpace(answers: Answers, before: Answers): Answers {
  const names = ['premises', 'area', 'rent'] as const;
  if (names.every((name) => answers[name] === before[name])) return answers;
  const { space: _, ...others } = answers;
  return others;
}

/** A page that a space has answered need not be gone through. */
const isFilledIn = (page: QuestionPage, { context: { answers } }: State): boolean =>
  page.slug === 'premises' && answers.space !== undefined && isAnswered(page);

/** The next page in order; after a change, and from a space, only what is not answered yet. */
function afterThis(state: State, { slug }: QuestionPage, req: Request): string {
  const at = state.pages.findIndex((page) => page.slug === slug);
  const following = state.pages.slice(at + 1).find((page) => !isFilledIn(page, state));
  if (isChange(req) || !following) return onward(state);
  return addressOf(following);
}

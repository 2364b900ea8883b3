import type { Request, Response } from 'express';
import { today } from '../calendar/days.js';
import { versionsInForce } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { readAnswers } from './answer-cookie.js';
import type { Asking, QuestionContext } from './asking.js';
import { needsOf } from './needs.js';
import { isAnswered, pagesOfQuestions, type QuestionPage } from './question-pages.js';
import { questionsFor } from './questions.js';

export type State = {
  context: QuestionContext;
  questions: Asking[];
  pages: QuestionPage[];
  next: QuestionPage | undefined;
};

/** Where a visitor stands, by the policies in force right now. */
export async function stateOf({ db, clock }: Deps, req: Request, res: Response): Promise<State> {
  const on = today(clock.now());
  const needs = needsOf(await versionsInForce(db, on));
  return withAnswers({ answers: readAnswers(req), on, needs, voice: frameOf(res) });
}

export function withAnswers(context: QuestionContext): State {
  const questions = questionsFor(context);
  const pages = pagesOfQuestions(questions, context.voice.say);
  return { context, questions, pages, next: pages.find((page) => !isAnswered(page)) };
}

export const addressOf = ({ slug }: { slug: string }): string => `/eligibility/questions/${slug}`;
export const afterAll = '/eligibility/result';

/** To what is not yet answered, else to the result; to the start where nothing is asked. */
export function onward({ questions, next }: State): string {
  if (questions.length === 0) return '/eligibility';
  return next ? addressOf(next) : afterAll;
}

import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../../calendar/days.js';
import { transact } from '../../database/database.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { type ComparedField, type ComparedRow, compareTyped, takeEdit } from '../../web/edits.js';
import { allow, found } from '../../web/errors.js';
import { wholeNumber } from '../../web/fields.js';
import { type FormView, formView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { answersOf } from '../answers.js';
import type { Question, QuestionContext } from '../asking.js';
import { knownOf } from '../facts-of.js';
import type { CaseFile } from '../find-case.js';
import { isOpenField } from '../open-fields.js';
import { saveAnswers } from '../save-answers.js';
import { fillableCase } from './fillable-case.js';
import { markOf, pageOf, questionPages } from './question-pages.js';

/** The questions of a case, one thing a page. */
export function questionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/questions/:question', async (req, res) => {
    const open = await askedIn(deps, req, res);
    const { say } = frameOf(res);
    showQuestion(res, open, formView(say, open.question.typed), isChange(req));
  });
  router.post('/waivers/:number/questions/:question', (req, res) => take(deps, req, res));
  return router;
}

type OpenQuestion = { application: CaseFile; context: QuestionContext; question: Question };

/** The question of an address. @throws NotFound for one that the case does not ask; Forbidden for one that is not open */
async function askedIn({ db, clock }: Deps, req: Request, res: Response): Promise<OpenQuestion> {
  const application = await fillableCase(db, req, res);
  const on = today(clock.now());
  const known = await knownOf(db, application, on);
  const answers = answersOf(application.answers);
  const context = { answers, rules: application.rules, known, on, voice: frameOf(res) };
  const question = found(pageOf(context, String(req.params.question)));
  allow(isOpenField(application, { field: question.name }), 'waivers.fault.not-open');
  return { application: application, context, question };
}

const isChange = (req: Request): boolean => req.query.change === 'yes';
const Seen = z.object({ version: wholeNumber(1, 1_000_000_000), was: z.string().max(64) });

async function take(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const { application, context, question } = await askedIn(deps, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const schema = z.intersection(Seen, question.form);
  let isUnchanged = false;
  const form = await takeEdit(schema, req.body, async ({ version, was, ...answers }) => {
    const mark = markOf(context.answers, question.name);
    isUnchanged = markOf({ ...context.answers, ...answers }, question.name) === mark;
    if (isUnchanged) return answers;
    // Another answer that was changed meanwhile does not stand in the way of this one.
    const isSame = was === mark;
    const seen = { id: application.id, version: isSame ? application.version : version };
    await transact(db, (tx) => saveAnswers(tx, by, seen, answers));
    return answers;
  });
  const { say } = context.voice;
  if (form.ok) {
    const answers = { ...context.answers, ...form.value };
    // Of a change it is said; an answer on the way leads to the next question.
    const plain = isUnchanged && isChange(req) ? 'unchanged' : undefined;
    return leadOn(res, afterThis(application, { ...context, answers }, question, req), plain);
  }
  const labels = [...question.fields, ...(question.more ?? [])].map(({ name, label }) => ({
    name,
    label,
  }));
  const view = formView(say, form.typed, form.faults, labels);
  if (!form.isLate)
    return showQuestion(
      res.status(422),
      { application: application, context, question },
      view,
      isChange(req),
    );
  const now = await askedIn(deps, req, res);
  const both = compareTyped(
    comparable(now.question),
    now.question.typed,
    view.typed,
    frameOf(res).lang,
  );
  showQuestion(res.status(409), now, view, isChange(req), both);
}

const comparable = ({ fields, more = [] }: Question): ComparedField[] =>
  [...fields, ...more].map((field) => ({
    name: field.name,
    label: field.label,
    ...('options' in field ? { options: field.options } : {}),
  }));

/** The next question that is open and not answered; after a change only what it has opened; else all of the case. */
function afterThis(
  application: CaseFile,
  context: QuestionContext,
  question: Question,
  req: Request,
): string {
  const at = (path: string) => `/waivers/${application.number}${path}`;
  const body = req.body as Record<string, unknown>;
  if (question.slug === 'premises' && body.premises === 'market') return at('/questions/market');
  const pages = questionPages(context).filter(({ name }) =>
    isOpenField(application, { field: name }),
  );
  const after = pages.slice(pages.findIndex(({ slug }) => slug === question.slug) + 1);
  const wanted = isChange(req) ? pages.filter(({ name }) => name === question.name) : after;
  const next = wanted.find(({ answerText }) => answerText === null);
  if (next) return at(`/questions/${next.slug}${isChange(req) ? '?change=yes' : ''}`);
  return at(isChange(req) ? '/check' : '');
}

function showQuestion(
  res: Response,
  { application, context, question }: OpenQuestion,
  form: FormView,
  changes: boolean,
  conflict: ComparedRow[] = [],
): void {
  const address = `/waivers/${application.number}/questions/${question.slug}${changes ? '?change=yes' : ''}`;
  page(res, 'waivers/question', {
    title: question.title,
    heading: question.title,
    over: context.voice.say('waivers.question.step', { number: application.number }),
    lead: question.lead,
    fields: question.fields,
    form,
    conflict,
    action: address,
    more: question.more ?? [],
    isMoreOpen: (question.more ?? []).some(({ name }) => Boolean(form.typed[name])),
    isHeadless: !question.fields.some(({ heads }) => heads),
    hasErrors: form.summary.length > 0,
    version: String(application.version),
    was: markOf(context.answers, question.name),
    back: `/waivers/${application.number}${changes ? '/check' : ''}`,
  });
}

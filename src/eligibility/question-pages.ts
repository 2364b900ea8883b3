import type { Fault } from '../language/refusal.js';
import type { Say, WordKey } from '../language/say.js';
import type { Sent } from '../web/form-body.js';
import { type FormResult, readForm, type Typed, typedOf } from '../web/forms.js';
import type { Answers } from './answers.js';
import type { Asking, Field, QuestionContext } from './asking.js';
import { questionsFor } from './questions.js';

/** What is asked together, in its order: the first questions of a check are few pages, and each is about one thing. */
const groups = ['days', 'venture', 'place', 'premises', 'benefits', 'had', 'declarations'] as const;
type Group = (typeof groups)[number];

const groupOf: Record<string, Group> = {
  graduation: 'days',
  since: 'days',
  'legal-form': 'venture',
  registered: 'venture',
  trading: 'venture',
  settled: 'venture',
  jobs: 'venture',
  insured: 'venture',
  industry: 'venture',
  trade: 'venture',
  region: 'place',
  island: 'place',
  premises: 'premises',
  area: 'premises',
  rent: 'premises',
  lease: 'premises',
  'other-benefit': 'benefits',
  before: 'benefits',
  had: 'had',
  declaration: 'declarations',
};

/** One page of the check: a question, or several about one thing, whose fields then stand under the question's name. */
export type QuestionPage = { slug: string; title: string; lead: string | null; parts: Asking[] };

/** The pages of some questions. A question that is alone in its group is its own page. */
export function pagesOfQuestions(questions: Asking[], say: Say): QuestionPage[] {
  const pages: { group: Group | null; parts: Asking[] }[] = [];
  for (const question of questions) {
    const group = groupOf[question.slug] ?? groupOf[question.slug.split('-')[0] ?? ''] ?? null;
    const last = pages.at(-1);
    if (group !== null && last?.group === group) last.parts.push(question);
    else pages.push({ group, parts: [question] });
  }
  return pages.map(({ group, parts }) => {
    const [first] = parts as [Asking];
    if (group === null || parts.length === 1)
      return { slug: first.slug, title: first.title, lead: first.lead, parts };
    return {
      slug: group,
      title: say(`eligibility.page.${group}` as WordKey),
      lead: group === 'premises' ? say('eligibility.page.premises-lead') : null,
      parts,
    };
  });
}

export const isAnswered = ({ parts }: QuestionPage): boolean =>
  parts.every(({ answerText }) => answerText !== null);

/** The page of a question, or of a group. */
export const pageOfSlug = (pages: QuestionPage[], slug: string): QuestionPage | undefined =>
  pages.find((page) => page.slug === slug) ??
  pages.find(({ parts }) => parts.some((part) => part.slug === slug));

const nameIn = ({ parts }: QuestionPage, { slug }: Asking, name: string): string =>
  parts.length === 1 ? name : `${slug}.${name}`;

/** The fields of a page, question by question. */
export const partsOfPage = (page: QuestionPage): { slug: string; fields: Field[] }[] =>
  page.parts.map((part) => ({
    slug: part.slug,
    fields: part.fields.map((field) =>
      Object.assign({}, field, {
        name: nameIn(page, part, field.name),
        heads: field.heads && page.parts.length === 1,
      }),
    ),
  }));

/** What was answered to a page's questions, as its form shows it. */
export const typedOfPage = (page: QuestionPage): Typed =>
  Object.fromEntries(
    page.parts.flatMap((part) =>
      Object.entries(part.typed).map(([name, value]) => [nameIn(page, part, name), value]),
    ),
  );

/**
 * Reads the form of a page into the answers, question by question: what follows from an answer of the same page is read
 * only where it is asked then.
 */
export function readPage(
  page: QuestionPage,
  sent: Sent,
  context: QuestionContext,
): FormResult<Answers> {
  let { answers } = context;
  const faults: Fault[] = [];
  for (const { slug } of page.parts) {
    const now = questionsFor(Object.assign({}, context, { answers }));
    const part = now.find((question) => question.slug === slug);
    if (!part) continue;
    const form = readForm(part.form(), sentTo(page, part, sent));
    if (form.ok) answers = Object.assign({}, answers, form.value);
    else
      for (const fault of form.faults)
        faults.push(Object.assign({}, fault, { field: nameIn(page, part, fault.field) }));
  }
  return faults.length === 0
    ? { ok: true, value: answers }
    : { ok: false, faults, typed: typedOf(sent) };
}

function sentTo(page: QuestionPage, { slug }: Asking, sent: Sent): Sent {
  if (page.parts.length === 1) return sent;
  const own: Sent = {};
  for (const [name, value] of Object.entries(sent))
    if (name.startsWith(`${slug}.`)) own[name.slice(slug.length + 1)] = value;
  return own;
}

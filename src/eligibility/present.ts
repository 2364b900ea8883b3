import type { Voice } from '../language/say.js';
import type { Asking, QuestionContext } from './asking.js';
import { partsOfPage, type QuestionPage } from './question-pages.js';

export function presentStart({ needs, voice: { lang } }: QuestionContext) {
  return {
    policies: needs.policies.map(({ code, rules }) => ({
      href: `/policies/${code}`,
      name: rules.name[lang],
      summary: rules.summary[lang],
    })),
  };
}

export function presentQuestion(
  asked: QuestionPage,
  step: { n: number; of: number },
  { say }: Voice,
) {
  return {
    heading: asked.title,
    lead: asked.lead,
    over: say('eligibility.step', step),
    /** Else a field's label is the page's heading. */
    isHeadless: !partsOfPage(asked).some(({ fields }) => fields.some(({ heads }) => heads)),
  };
}

/** Every answer, with the way back to its question. */
export const presentAnswers = (questions: Asking[]) =>
  questions.map(({ slug, row, answerText }) => ({
    label: row,
    value: answerText ?? '',
    changeHref: `/eligibility/questions/${slug}?change=yes`,
  }));

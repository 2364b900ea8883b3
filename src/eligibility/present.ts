import type { Voice } from '../language/say.js';
import type { Asking, QuestionContext } from './asking.js';

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
  { title, lead, fields }: Asking,
  step: { n: number; of: number },
  { say }: Voice,
) {
  return {
    heading: title,
    lead,
    fields,
    over: say('eligibility.step', step),
    /** Else a field's label is the page's heading. */
    isHeadless: !fields.some(({ heads }) => heads),
  };
}

/** Every answer, with the way back to its question. */
export const presentAnswers = (questions: Asking[]) =>
  questions.map(({ slug, row, answerText }) => ({
    label: row,
    value: answerText ?? '',
    changeHref: `/eligibility/questions/${slug}?change=yes`,
  }));

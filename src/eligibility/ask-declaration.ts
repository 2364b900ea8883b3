import { z } from 'zod';
import type { Condition } from '../policies/rules.js';
import type { Asking, QuestionContext } from './asking.js';
import { oneOf, radios } from './fields.js';
import type { AskingPolicy } from './needs.js';

/** Whether what a policy wants declared is so, in its own words. */
export function askDeclaration(
  { code, rules }: AskingPolicy,
  { id, clause, text }: Condition,
  { answers, voice: { say, lang } }: QuestionContext,
): Asking {
  const key = `${code}.${id}`;
  const title = say('eligibility.declaration', { text: text[lang] });
  const answer = answers.declared?.[key];
  const yes = { value: 'yes', label: say('eligibility.declaration-yes') };
  const no = { value: 'no', label: say('eligibility.declaration-no') };
  const hint = say('eligibility.declaration-hint', { name: rules.name[lang], clause });
  return {
    slug: `declaration-${code}-${id}`,
    title,
    row: text[lang],
    lead: null,
    fields: [radios('answer', { label: title, hint, heads: true }, [yes, no])],
    form: () =>
      z
        .object({ answer: oneOf(['yes', 'no']) })
        .transform((sent) => ({ declared: { ...answers.declared, [key]: sent.answer === 'yes' } })),
    typed: answer === undefined ? {} : { answer: answer ? 'yes' : 'no' },
    answerText: answer === undefined ? null : answer ? yes.label : no.label,
  };
}

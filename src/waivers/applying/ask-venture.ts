import { z } from 'zod';
import { checkboxes, dateField, pastDay, radios, yesOrNo } from '../../eligibility/fields.js';
import { plain } from '../../eligibility/typed.js';
import { day } from '../../language/format.js';
import { allConditions } from '../../policies/rules.js';
import { choices } from '../../web/fields.js';
import type { Answers } from '../answers.js';
import type { Question, QuestionContext } from '../asking.js';

/** Whether the venture is registered, or trades, and since when. */
export function askSinceWhen(
  name: 'registeredOn' | 'tradingSince',
  { answers, on, voice: { say, lang } }: QuestionContext,
): Question {
  const of = name === 'registeredOn' ? 'registered' : 'trading';
  const title = say(`waivers.ask.${of}`);
  const answer = answers[name];
  const yes = { value: 'yes', label: say('waivers.ask.yes') };
  const no = { value: 'no', label: say('waivers.ask.not-yet') };
  const since = { label: say(`waivers.ask.${of}-since`), whenYes: true };
  return {
    slug: of,
    name,
    title,
    row: say(`waivers.ask.${of}-row`),
    lead: null,
    fields: [radios('answer', { label: title, heads: true }, [yes, no]), dateField('since', since)],
    form: yesOrNo({ since: pastDay(on) }).transform(
      (sent): Partial<Answers> => ({ [name]: sent.answer === 'yes' ? sent.since : 'not-yet' }),
    ),
    typed:
      answer === null
        ? {}
        : answer === 'not-yet'
          ? { answer: 'no' }
          : { answer: 'yes', since: answer },
    answerText: answer === null ? null : answer === 'not-yet' ? no.label : day(answer, lang),
  };
}

/** What the policy wants declared, in its own words: those that are so are ticked. */
export function askDeclared({
  answers: { declared },
  rules,
  voice: { say, lang },
}: QuestionContext): Question {
  const title = say('waivers.ask.declared');
  const options = allConditions(rules)
    .filter(({ kind }) => kind === 'declaration')
    .map(({ id, text }) => ({ value: id, label: text[lang] }));
  const none = { value: 'none', label: say('waivers.ask.declared-none') };
  const ids = options.map(({ value }) => value);
  const made = options.filter(({ value }) => declared?.includes(value)).map(({ label }) => label);
  return {
    slug: 'declarations',
    name: 'declared',
    title,
    row: say('waivers.ask.declared-row'),
    lead: null,
    fields: [
      checkboxes(
        'declared',
        { label: title, hint: say('waivers.ask.declared-hint'), heads: true },
        [...options, none],
      ),
    ],
    form: z
      .object({
        declared: choices(['none', ...ids])
          .refine((sent) => sent.length > 0, 'eligibility.fault.none')
          .refine((sent) => !sent.includes('none') || sent.length === 1, 'eligibility.fault.both'),
      })
      .transform(
        (sent): Partial<Answers> => ({ declared: sent.declared.filter((item) => item !== 'none') }),
      ),
    typed: plain({ declared: declared && (declared.length > 0 ? declared : ['none']) }),
    answerText: declared === null ? null : made.join(say('policies.and')) || none.label,
  };
}

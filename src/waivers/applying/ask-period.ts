import { z } from 'zod';
import { contractDay, dateField, numberField } from '../../eligibility/fields.js';
import { plain } from '../../eligibility/typed.js';
import { day } from '../../language/format.js';
import { mostAtOnce } from '../../policies/months-that-fit.js';
import { duration } from '../../policies/present-kinds.js';
import { wholeNumber } from '../../web/fields.js';
import type { Question, QuestionContext } from '../asking.js';

/** The first day for which the waiver is asked. */
export function askFrom({ answers: { from }, voice: { say, lang } }: QuestionContext): Question {
  const title = say('waivers.ask.from');
  return {
    slug: 'from',
    name: 'from',
    title,
    row: say('waivers.ask.from-row'),
    lead: null,
    fields: [dateField('from', { label: title, hint: say('waivers.ask.from-hint'), heads: true })],
    form: z.object({ from: contractDay }),
    typed: plain({ from }),
    answerText: from && day(from, lang),
  };
}

/** For how many months, no more than the policy has. */
export function askMonths({
  answers: { months },
  rules,
  voice: { say },
}: QuestionContext): Question {
  const title = say('waivers.ask.months');
  const most = mostAtOnce(rules);
  const hint = say('waivers.ask.months-hint', { n: most });
  return {
    slug: 'months',
    name: 'months',
    title,
    row: say('waivers.ask.months-row'),
    lead: null,
    fields: [numberField('months', { label: title, hint, heads: true }, say('eligibility.months'))],
    form: z.object({ months: wholeNumber(1, most) }),
    typed: plain({ months: months?.toString() }),
    answerText: months === null ? null : duration(months, say),
  };
}

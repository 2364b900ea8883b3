import { z } from 'zod';
import { number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { duration, regionName } from '../policies/present-kinds.js';
import type { Industry, Trade } from '../standards/register-codes.js';
import { choice } from '../web/fields.js';
import type { Answers } from './answers.js';
import type { Asking, QuestionContext } from './asking.js';
import { numberField, oneOf, people, radios } from './fields.js';
import { plain } from './typed.js';

/** How many of the jobs are insured for so long; never more than there are. */
export function askInsured(months: number, { answers, voice }: QuestionContext): Asking {
  const { say, lang } = voice;
  const time = duration(months, say);
  const label = say('eligibility.insured', { time });
  const answer = answers.insured?.[months];
  const most = answers.jobs ?? 0;
  const isValid = answer !== undefined && answer <= most;
  return {
    slug: `insured-${months}`,
    title: label,
    row: say('eligibility.insured-row', { time }),
    lead: null,
    fields: [
      numberField(
        'insured',
        { label, hint: say('eligibility.insured-hint'), heads: true },
        say('eligibility.jobs-unit'),
      ),
    ],
    form: () =>
      z
        .object({ insured: people.refine((n) => n <= most, 'eligibility.fault.insured') })
        .transform(({ insured }) => ({ insured: { ...answers.insured, [months]: insured } })),
    typed: plain({ insured: answer?.toString() }),
    answerText: isValid ? say('eligibility.jobs-text', { n: number(answer, lang) }) : null,
  };
}

const none = 'none';

/** Which of those that the policies name: the section of its industry, its local trade, where it is. */
export function askNamed(
  what: 'industry' | 'trade' | 'region',
  { answers, needs, voice }: QuestionContext,
): Asking {
  const { say } = voice;
  const of = { industry: needs.industries, trade: needs.trades, region: needs.regions }[what];
  const title = say(`eligibility.${what}`);
  const options = [
    ...of.map((value) => ({ value: value as string, label: nameOf(what, value, voice) })),
    { value: none, label: say('eligibility.categories-none') },
  ];
  const answer = answers[what];
  const isWhole = answer && of.every((value) => (answer.of as string[]).includes(value));
  const value = isWhole ? (answer.is ?? none) : undefined;
  const [first = none, ...others] = options.map((option) => option.value);
  return {
    slug: what,
    title,
    row: say(`eligibility.${what}-row`),
    lead: null,
    fields: [radios('is', { label: title, heads: true }, options)],
    form: () =>
      z
        .object({ is: choice([first, ...others]) })
        .transform(
          ({ is }) => ({ [what]: { of, is: is === none ? null : is } }) as Partial<Answers>,
        ),
    typed: plain({ is: value }),
    answerText: options.find((option) => option.value === value)?.label ?? null,
  };
}

function nameOf(what: 'industry' | 'trade' | 'region', value: string, { say, lang }: Voice) {
  if (what === 'region') return regionName(value, lang);
  return what === 'industry'
    ? say(`ventures.industry.${value as Industry}`)
    : say(`ventures.trade.${value as Trade}`);
}

/** Whether a boat alone goes there. */
export function askIsland({ answers: { outerIsland }, voice: { say } }: QuestionContext): Asking {
  const title = say('eligibility.island');
  const options = (['yes', 'no'] as const).map((value) => ({
    value,
    label: say(`eligibility.island-${value}`),
  }));
  const value = outerIsland === undefined ? undefined : outerIsland ? 'yes' : 'no';
  return {
    slug: 'island',
    title,
    row: say('eligibility.island-row'),
    lead: null,
    fields: [
      radios(
        'island',
        { label: title, hint: say('eligibility.island-hint'), heads: true },
        options,
      ),
    ],
    form: () =>
      z
        .object({ island: oneOf(['yes', 'no']) })
        .transform(({ island }) => ({ outerIsland: island === 'yes' })),
    typed: plain({ island: value }),
    answerText: value === undefined ? null : say(`eligibility.island-${value}`),
  };
}

import { z } from 'zod';
import { duration, plainYuan } from '../policies/present-kinds.js';
import { choices } from '../web/fields.js';
import type { Asking, QuestionContext } from './asking.js';
import { checkboxes, decimalField, months, numberField, yuan } from './fields.js';
import { type AskingPolicy, sumsNeeded } from './needs.js';
import { plain, typedYuan } from './typed.js';

/** Which of the policies in force gave something before: their months are counted on. */
export function askBefore({ answers, needs, voice: { say, lang } }: QuestionContext): Asking {
  const title = say('eligibility.before');
  const codes = needs.policies.map(({ code }) => code);
  const isWhole = codes.every((code) => answers.before?.of.includes(code));
  const had = isWhole ? answers.before?.had.filter((code) => codes.includes(code)) : undefined;
  const none = { value: 'none', label: say('eligibility.before-none') };
  const options = needs.policies.map(({ code, rules }) => ({
    value: code,
    label: rules.name[lang],
  }));
  const names = options.filter(({ value }) => had?.includes(value)).map(({ label }) => label);
  return {
    slug: 'before',
    title,
    row: say('eligibility.before-row'),
    lead: null,
    fields: [
      checkboxes('before', { label: title, hint: say('eligibility.before-hint'), heads: true }, [
        ...options,
        none,
      ]),
    ],
    form: () =>
      z
        .object({
          before: choices(['none', ...codes])
            .refine((sent) => sent.length > 0, 'eligibility.fault.none')
            .refine(
              (sent) => !sent.includes('none') || sent.length === 1,
              'eligibility.fault.both',
            ),
        })
        .transform(({ before }) => ({
          before: { of: codes, had: before.filter((text) => text !== 'none') },
        })),
    typed: plain({ before: had && (had.length > 0 ? had : ['none']) }),
    answerText: had === undefined ? null : names.join(say('policies.and')) || none.label,
  };
}

const unasked = z
  .string()
  .optional()
  .transform(() => null);

/** How much one of them gave. */
export function askHad({ code, rules }: AskingPolicy, { answers, voice }: QuestionContext): Asking {
  const { say, lang } = voice;
  const name = rules.name[lang];
  const title = say('eligibility.had', { name });
  const needed = sumsNeeded(rules);
  const had = answers.had?.[code];
  const isWhole =
    had && (!needed.fen || had.fen !== null) && (!needed.yearFen || had.yearFen !== null);
  const unit = say('eligibility.yuan');
  const sums = {
    fen: decimalField('fen', { label: say('eligibility.had-fen') }, unit),
    yearFen: decimalField('yearFen', { label: say('eligibility.had-year-fen') }, unit),
  };
  return {
    slug: `had-${code}`,
    title,
    row: say('eligibility.had-row', { name }),
    lead: null,
    fields: [
      numberField(
        'months',
        { label: say('eligibility.had-months'), hint: say('eligibility.had-months-hint') },
        say('eligibility.months'),
      ),
      ...(needed.fen ? [sums.fen] : []),
      ...(needed.yearFen ? [sums.yearFen] : []),
    ],
    form: () =>
      z
        .object({
          months,
          fen: needed.fen ? yuan : unasked,
          yearFen: needed.yearFen ? yuan : unasked,
        })
        .transform((sent) => ({ had: { ...answers.had, [code]: sent } })),
    typed: plain({
      months: had?.months.toString(),
      fen: typedYuan(had?.fen),
      yearFen: typedYuan(had?.yearFen),
    }),
    answerText: had && isWhole ? benefitText(had) : null,
  };

  function benefitText({ months: n, fen }: NonNullable<typeof had>): string {
    const time = duration(n, say);
    if (fen === null) return time;
    return say('eligibility.had-text', { time, yuan: plainYuan(fen, voice) });
  }
}

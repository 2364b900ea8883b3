import { z } from 'zod';
import { checkboxes, dateField, pastDay } from '../../eligibility/fields.js';
import { needsOf } from '../../eligibility/needs.js';
import { plain } from '../../eligibility/typed.js';
import { day } from '../../language/format.js';
import type { FounderCategory } from '../../people/categories.js';
import { choices } from '../../web/fields.js';
import type { Answers } from '../answers.js';
import type { Question, QuestionContext } from '../asking.js';

const needs = ({ rules }: QuestionContext) => needsOf([{ code: '', rules }]);

/** The categories that the rules name; one answer is that it is none of them. */
export function askCategories(context: QuestionContext): Question {
  const { answers, voice, known } = context;
  const { say } = voice;
  const { categories: named } = needs(context);
  const title = say('waivers.ask.categories');
  const chosen = answers.categories?.map(({ category }) => category);
  const offered = chosen?.filter((category) => named.includes(category));
  const labelOf = (category: FounderCategory) =>
    say(category === 'graduate' ? 'policies.graduate' : `ventures.category.${category}`);
  const none = { value: 'none', label: say('waivers.ask.none') };
  const since = (category: FounderCategory) =>
    answers.categories?.find((row) => row.category === category)?.since ??
    known.person.categories.find((heldCategory) => heldCategory.category === category)?.beganOn ??
    null;
  return {
    slug: 'categories',
    name: 'categories',
    title,
    row: say('waivers.ask.categories-row'),
    lead: null,
    fields: [
      checkboxes(
        'categories',
        { label: title, hint: say('waivers.ask.categories-hint'), heads: true },
        [...named.map((value) => ({ value, label: labelOf(value) })), none],
      ),
    ],
    form: z
      .object({
        categories: choices(['none', ...named])
          .refine((sent) => sent.length > 0, 'eligibility.fault.none')
          .refine((sent) => !sent.includes('none') || sent.length === 1, 'eligibility.fault.both'),
      })
      .transform(({ categories }): Partial<Answers> => {
        const others =
          answers.categories?.filter(({ category }) => !named.includes(category)) ?? [];
        const chosen = categories.filter((item): item is FounderCategory => item !== 'none');
        const rows = chosen.map((category) => ({ category, since: since(category) }));
        const graduatedOn = chosen.includes('graduate') ? answers.graduatedOn : null;
        return { categories: [...others, ...rows], graduatedOn };
      }),
    typed: plain({ categories: offered && (offered.length > 0 ? offered : ['none']) }),
    answerText:
      offered === undefined ? null : offered.map(labelOf).join(say('policies.and')) || none.label,
  };
}

/** The day of graduation, of who is a graduate. */
function askGraduation({
  answers: { graduatedOn },
  on,
  voice: { say, lang },
}: QuestionContext): Question {
  const title = say('waivers.ask.graduated');
  return {
    slug: 'graduation',
    name: 'categories',
    title,
    row: say('waivers.ask.graduated-row'),
    lead: null,
    fields: [
      dateField('graduatedOn', {
        label: title,
        hint: say('waivers.ask.graduated-hint'),
        heads: true,
      }),
    ],
    form: z.object({ graduatedOn: pastDay(on) }),
    typed: plain({ graduatedOn }),
    answerText: graduatedOn && day(graduatedOn, lang),
  };
}

/** Since when somebody has belonged to a category whose months the rules count. */
function askSince(category: FounderCategory, context: QuestionContext): Question {
  const { answers, on, voice } = context;
  const { say, lang } = voice;
  const name = say(`ventures.category.${category}`);
  const title = say('waivers.ask.since', { name });
  const since = answers.categories?.find((row) => row.category === category)?.since ?? null;
  return {
    slug: `since-${category}`,
    name: 'categories',
    title,
    row: say('waivers.ask.since-row', { name }),
    lead: null,
    fields: [dateField('since', { label: title, heads: true })],
    form: z.object({ since: pastDay(on) }).transform(
      (sent): Partial<Answers> => ({
        categories:
          answers.categories?.map((row) =>
            row.category === category ? { ...row, since: sent.since } : row,
          ) ?? null,
      }),
    ),
    typed: plain({ since }),
    answerText: since && day(since, lang),
  };
}

/** The categories, and what has to be known of those that were chosen. */
export function askOfFounder(context: QuestionContext): Question[] {
  const chosen = context.answers.categories?.map(({ category }) => category) ?? [];
  const dated = needs(context).dated.filter((category) => chosen.includes(category));
  return [
    askCategories(context),
    ...(chosen.includes('graduate') ? [askGraduation(context)] : []),
    ...dated.map((category) => askSince(category, context)),
  ];
}

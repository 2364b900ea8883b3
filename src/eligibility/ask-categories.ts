import { z } from 'zod';
import { day } from '../language/format.js';
import type { FounderCategory } from '../people/categories.js';
import { choices } from '../web/fields.js';
import type { Asking, Option, QuestionContext } from './asking.js';
import { checkboxes, dateField, pastDay } from './fields.js';
import { plain } from './typed.js';

/** The categories that the rules name. One answer is that it is none of them: leaving all blank is not an answer. */
export function askCategories(context: QuestionContext): Asking {
  const { answers, needs, voice } = context;
  const { say } = voice;
  const title = say('eligibility.categories');
  const chosen = isStillWhole(context) ? answers.categories?.held : undefined;
  const none = say('eligibility.categories-none');
  const chosenText = chosen?.map((category) => nameOf(category, context)).join(say('policies.and'));
  return {
    slug: 'categories',
    title,
    row: say('eligibility.categories-row'),
    lead: null,
    fields: [
      checkboxes(
        'categories',
        { label: title, hint: say('eligibility.categories-hint'), heads: true },
        [...needs.categories.map((category) => optionOf(category, context)), noneOf(none)],
      ),
    ],
    form: () => formOf(context),
    typed: plain({ categories: chosen && (chosen.length > 0 ? chosen : ['none']) }),
    answerText: chosenText === undefined ? null : chosenText || none,
  };
}

const noneOf = (label: string): Option => ({ value: 'none', label });

/** A policy put in force meanwhile may name a category that was not offered. */
const isStillWhole = ({ answers, needs }: QuestionContext): boolean =>
  needs.categories.every((category) => answers.categories?.of.includes(category));

function formOf({ needs }: QuestionContext) {
  return z
    .object({
      categories: choices(['none', ...needs.categories])
        .refine((sent) => sent.length > 0, 'eligibility.fault.none')
        .refine((sent) => !sent.includes('none') || sent.length === 1, 'eligibility.fault.both'),
    })
    .transform(({ categories }) => ({
      categories: {
        of: needs.categories,
        held: categories.filter((category): category is FounderCategory => category !== 'none'),
      },
    }));
}

function optionOf(category: FounderCategory, context: QuestionContext): Option {
  const { say } = context.voice;
  const option = { value: category, label: nameOf(category, context) };
  const isHinted = (value: FounderCategory) => hinted.includes(value as (typeof hinted)[number]);
  if (!isHinted(category)) return option;
  return { ...option, hint: say(`eligibility.category-${category as (typeof hinted)[number]}`) };
}

const hinted = ['graduate', 'hardship', 'veteran'] as const;

/** The rules may count the months themselves: then the name does not. */
function nameOf(category: FounderCategory, { needs, voice: { say } }: QuestionContext): string {
  if (category === 'graduate') return say('policies.graduate');
  if (category === 'unemployed' && needs.dated.includes(category))
    return say('eligibility.unemployed');
  return say(`ventures.category.${category}`);
}

export function askGraduation({ answers, on, voice: { say, lang } }: QuestionContext): Asking {
  const title = say('eligibility.graduation');
  const words = { label: title, hint: say('eligibility.graduation-hint'), heads: true };
  const { graduatedOn } = answers;
  return {
    slug: 'graduation',
    title,
    row: say('eligibility.graduation-row'),
    lead: null,
    fields: [dateField('graduatedOn', words)],
    form: () => z.object({ graduatedOn: pastDay(on) }),
    typed: plain({ graduatedOn }),
    answerText: graduatedOn === undefined ? null : day(graduatedOn, lang),
  };
}

/** Since when a category holds, where its months count. */
export function askSince(category: FounderCategory, context: QuestionContext): Asking {
  const { answers, on, voice } = context;
  const { say, lang } = voice;
  const name = nameOf(category, context);
  const title = say('eligibility.since', { name });
  const since = answers.since?.[category];
  return {
    slug: `since-${category}`,
    title,
    row: say('eligibility.since-row', { name }),
    lead: null,
    fields: [
      dateField('since', { label: title, hint: say('eligibility.since-hint'), heads: true }),
    ],
    form: () =>
      z
        .object({ since: pastDay(on) })
        .transform((sent) => ({ since: { ...answers.since, [category]: sent.since } })),
    typed: plain({ since }),
    answerText: since === undefined ? null : day(since, lang),
  };
}

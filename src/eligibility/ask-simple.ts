import { z } from 'zod';
import { area, day, number } from '../language/format.js';
import { plainYuan } from '../policies/present-kinds.js';
import { premisesKinds } from '../policies/rules.js';
import { legalForms } from '../standards/register-codes.js';
import { optional } from '../web/fields.js';
import type { Asking, QuestionContext } from './asking.js';
import {
  dateField,
  decimalField,
  numberField,
  oneOf,
  optionally,
  pastDay,
  people,
  radios,
  squareMetres,
  yesOrNo,
  yuan,
} from './fields.js';
import { plain } from './typed.js';

/** Whether something has happened, and on which day: settled, registered, trading. */
export function askDay(
  slug: 'settled' | 'registered' | 'trading',
  key: 'settledOn' | 'registeredOn' | 'tradingSince',
  { answers, on, voice: { say, lang } }: QuestionContext,
): Asking {
  const answer = answers[key];
  const title = say(`eligibility.${slug}`);
  const yes = { value: 'yes', label: say(`eligibility.${slug}-yes`) };
  const no = { value: 'no', label: say(`eligibility.${slug}-no`) };
  const dayWords = { label: say(`eligibility.${slug}-day`), whenYes: true };
  return {
    slug,
    title,
    row: say(`eligibility.${slug}-row`),
    lead: null,
    fields: [
      radios('answer', { label: title, heads: true }, [yes, no]),
      dateField('day', { ...dayWords, hint: say(`eligibility.${slug}-hint`) }),
    ],
    form: () =>
      yesOrNo({ day: pastDay(on) }).transform((sent) => ({
        [key]: sent.answer === 'yes' ? sent.day : null,
      })),
    typed:
      answer === undefined ? {} : { answer: answer === null ? 'no' : 'yes', day: answer ?? '' },
    answerText: answer === undefined ? null : answer === null ? no.label : day(answer, lang),
  };
}

export function askLegalForm({ answers: { legalForm }, voice: { say } }: QuestionContext): Asking {
  const title = say('eligibility.legal-form');
  const options = legalForms.map((value) => ({ value, label: say(`ventures.form.${value}`) }));
  return {
    slug: 'legal-form',
    title,
    row: say('eligibility.legal-form-row'),
    lead: null,
    fields: [radios('legalForm', { label: title, heads: true }, options)],
    form: () => z.object({ legalForm: oneOf(legalForms) }),
    typed: plain({ legalForm }),
    answerText: legalForm === undefined ? null : say(`ventures.form.${legalForm}`),
  };
}

/** Somebody may not have chosen yet. */
const premisesAnswers = [...premisesKinds, 'none'] as const;

export function askPremises({ answers: { premises }, voice: { say } }: QuestionContext): Asking {
  const title = say('eligibility.premises');
  const options = premisesAnswers.map((value) => ({
    value,
    label: say(`eligibility.premises-${value}`),
    hint: say(`eligibility.premises-${value}-hint`),
  }));
  return {
    slug: 'premises',
    title,
    row: say('eligibility.premises-row'),
    lead: null,
    fields: [radios('premises', { label: title, heads: true }, options)],
    form: () => z.object({ premises: oneOf(premisesAnswers) }),
    typed: plain({ premises }),
    answerText: premises === undefined ? null : say(`eligibility.premises-${premises}`),
  };
}

export function askArea({ answers, voice: { say, lang } }: QuestionContext): Asking {
  const words = { label: say('eligibility.area'), hint: say('eligibility.area-hint'), heads: true };
  const squares = answers.area ? area(answers.area, lang) : null;
  return {
    slug: 'area',
    title: words.label,
    row: say('eligibility.area-row'),
    lead: null,
    fields: [optionally(decimalField('area', words, say('eligibility.area-unit')))],
    form: () => z.object({ area: optional(squareMetres) }),
    typed: plain({ area: squares?.replaceAll(',', '') }),
    answerText:
      answers.area === null
        ? say('eligibility.unknown')
        : squares && say('eligibility.area-text', { area: squares }),
  };
}

export function askRent({ answers: { rent }, voice }: QuestionContext): Asking {
  const { say } = voice;
  const words = { label: say('eligibility.rent'), hint: say('eligibility.rent-hint'), heads: true };
  const amount = rent === undefined || rent === null ? null : plainYuan(rent, voice);
  return {
    slug: 'rent',
    title: words.label,
    row: say('eligibility.rent-row'),
    lead: null,
    fields: [optionally(decimalField('rent', words, say('eligibility.rent-unit')))],
    form: () => z.object({ rent: optional(yuan) }),
    typed: plain({ rent: amount?.replaceAll(',', '') }),
    answerText:
      rent === null
        ? say('eligibility.unknown')
        : amount && say('eligibility.rent-text', { yuan: amount }),
  };
}

export function askJobs({ answers: { jobs }, voice: { say, lang } }: QuestionContext): Asking {
  const words = { label: say('eligibility.jobs'), hint: say('eligibility.jobs-hint'), heads: true };
  return {
    slug: 'jobs',
    title: words.label,
    row: say('eligibility.jobs-row'),
    lead: null,
    fields: [numberField('jobs', words, say('eligibility.jobs-unit'))],
    form: () => z.object({ jobs: people }),
    typed: plain({ jobs: jobs?.toString() }),
    answerText: jobs === undefined ? null : say('eligibility.jobs-text', { n: number(jobs, lang) }),
  };
}

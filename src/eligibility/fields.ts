import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { day, hundredths, wholeNumber } from '../web/fields.js';
import type { Field, Option } from './asking.js';

type Words = { label: string; hint?: string | null; heads?: boolean; whenYes?: boolean };

const common = (name: string, { label, hint = null, heads = false, whenYes = false }: Words) => ({
  name,
  label,
  hint,
  heads,
  whenYes,
  optional: false,
});

export const radios = (name: string, words: Words, options: Option[]): Field => ({
  ...common(name, words),
  kind: 'radios',
  options,
});
export const checkboxes = (name: string, words: Words, options: Option[]): Field => ({
  ...common(name, words),
  kind: 'checkboxes',
  options,
});
export const numberField = (name: string, words: Words, unit: string): Field => ({
  ...common(name, words),
  kind: 'number',
  unit,
});
export const decimalField = (name: string, words: Words, unit: string): Field => ({
  ...common(name, words),
  kind: 'decimal',
  unit,
});
export const dateField = (name: string, words: Words): Field => ({
  ...common(name, words),
  kind: 'date',
});
export const optionally = (field: Field): Field => ({ ...field, optional: true });

/** A day of somebody's life up to today. */
export const pastDay = (on: Day) =>
  day
    .refine((value) => value <= on, 'calendar.in-future')
    .refine((value) => value >= '1930-01-01', 'eligibility.fault.long-ago');

/** A day of a lease or a benefit: it may lie ahead. */
export const contractDay = day.refine(
  (value) => value >= '1990-01-01' && value < '2100-01-01',
  'eligibility.fault.year',
);

export const yuan = hundredths(1_000_000_000_000, 'yuan');
export const squareMetres = hundredths(1_000_000_000, 'area').refine(
  (value) => value > 0,
  'eligibility.fault.area',
);
export const months = wholeNumber(1, 600, 'months');
export const people = wholeNumber(0, 100_000, 'people');

/** One of these, or the words to choose one. */
export const oneOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options, { error: 'web.field.choose' });

/** Yes with what else that asks for, or no with nothing. */
export const yesOrNo = <S extends z.ZodRawShape>(whenYes: S) =>
  z.discriminatedUnion(
    'answer',
    [z.object({ answer: z.literal('yes'), ...whenYes }), z.object({ answer: z.literal('no') })],
    { error: 'web.field.choose' },
  );

import { z } from 'zod';
import { holdsCitizenNumber } from '../input/citizen-number.js';
import { type DayFault, monthOf, readDay } from '../input/days.js';
import { cleanName, isName } from '../input/names.js';
import { hundredthsOf, type NumberUnit, wholeNumberOf } from '../input/numbers.js';
import { phoneOf } from '../input/phones.js';
import type { WordKey } from '../language/say.js';

const required: WordKey = 'web.field.required';
const missing = ({ input }: { input?: unknown }): WordKey =>
  Array.isArray(input) ? 'web.field.single' : required;

/**
 * Line breaks are allowed where `lines` says so; other control characters never, nor those that turn the
 * direction of what comes after them, in a table or a file too.
 */
function isClean(text: string, lines: boolean): boolean {
  if (/[\u2028-\u202e\u2066-\u2069]/.test(text)) return false;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 10 && lines) continue;
    if (code < 32 || (code >= 127 && code < 160) || (code >= 0xfff9 && code <= 0xffff))
      return false;
  }
  return true;
}

type TextOptions = { lines?: boolean; takesIdentity?: boolean };

/**
 * At most `most` characters, as a reader counts them: 𰻞 is one. What is typed is shown, exported and kept in the history, so
 * that a citizen's number is refused where no number of a document is asked for (`takesIdentity`).
 */
export function optionalText(
  most: number,
  { lines = false, takesIdentity = false }: TextOptions = {},
) {
  return z
    .string()
    .default('')
    .refine((text) => isClean(text, lines), 'web.field.characters')
    .refine((text) => takesIdentity || !holdsCitizenNumber(text), 'web.field.identity')
    .refine((text) => [...text].length <= most, {
      error: 'web.field.too-long',
      params: { n: most },
    });
}

/** The same, not blank: with something in it that can be seen. */
export function text(most: number, options?: TextOptions) {
  return optionalText(most, options).refine(
    (value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value),
    required,
  );
}

/** What the bytes of a form give, or a complaint that nothing, or more than one thing, was typed. */
const typedText = z
  .string({ error: missing })
  .refine((typed) => typed.trim() !== '', { error: required, abort: true });

/** What a reader makes of a text; what it makes nothing of (null) is a fault with this word. */
const readAs = <T>(read: (typed: string) => T | null, fault: WordKey) =>
  typedText.transform((typed, context) => {
    const value = read(typed);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: fault });
    return z.NEVER;
  });

/** A whole number as people type it: 1,048, ４８, 48.0; with its unit behind it, where the field has one. */
export function wholeNumber(least: number, most: number, unit?: NumberUnit) {
  return readAs((typed) => wholeNumberOf(typed, unit), 'web.field.whole-number').pipe(
    z.number().min(least, 'web.field.least').max(most, 'web.field.most'),
  );
}

/** The id of a record that is chosen from a list. */
export const chosenId = z
  .string({ error: 'web.field.choose' })
  .min(1, 'web.field.choose')
  .pipe(wholeNumber(1, 1_000_000_000));

/** An amount with up to two decimals, as hundredths: yuan to fen, square metres to hundredths of one. */
export function hundredths(most: number, unit?: NumberUnit) {
  return readAs((typed) => hundredthsOf(typed, unit), 'web.field.two-decimals').refine(
    (amount) => amount <= most,
    { error: 'web.field.most', params: { n: most / 100 } },
  );
}

/** A phone number in its one form, so that it is found again however it was typed. */
export const phone = readAs(phoneOf, 'web.field.phone');

/** The name of a person, a venture or a thing, as it is stored: without what cannot be seen. */
export const name = (most: number) =>
  text(most).transform(cleanName).refine(isName, 'web.field.name');

const dayFaults: Record<DayFault, WordKey> = {
  month: 'web.field.day-of-month',
  century: 'web.field.century',
  year: 'web.field.year',
  none: 'web.field.day',
};

/** A day as people type it, as YYYY-MM-DD. */
export const day = typedText.transform((typed, context) => {
  const read = readDay(typed);
  if ('day' in read) return read.day;
  context.addIssue({ code: 'custom', message: dayFaults[read.fault] });
  return z.NEVER;
});

/** A month as people type it, as YYYY-MM. */
export const month = readAs(monthOf, 'web.field.month');

/** One of a list. */
export function choice<const T extends readonly [string, ...string[]]>(options: T) {
  return z.enum(options);
}

/** Any of a list: none, one or several boxes ticked. What is not in it is a fault of the field, not of a box. */
export function choices<const T extends readonly [string, ...string[]]>(options: T) {
  return z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z
      .array(z.string())
      .refine((sent) => sent.every((item) => options.includes(item)), 'web.field.choose')
      // Ticked twice is ticked.
      .transform((sent) => [...new Set(sent)] as T[number][]),
  );
}

/** A single box: ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined);

/** Null where the field was left blank. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (sent) =>
      sent === undefined || (typeof sent === 'string' && sent.trim() === '') ? null : sent,
    schema.nullable(),
  );
}

/** The number of a park or the code of a region that a filter is narrowed to; null where it is not. */
export const chosenCode = optional(z.string().regex(/^[\w-]{1,12}$/, 'web.field.choose'));

/**
 * What is searched for, as it is typed; what lies beyond sixty characters is not, rather than refused, as whoever types it goes on. Addresses, covers of files and the list of
 * exports keep it, so that nobody is searched for by a citizen's number.
 */
export const searched = z
  .string()
  .trim()
  .refine((typed) => !holdsCitizenNumber(typed), 'web.field.identity-search')
  .transform((typed) => [...typed].slice(0, 60).join(''))
  .default('');

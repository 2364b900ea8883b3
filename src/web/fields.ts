import { z } from 'zod';
import { isDay, isMonth } from '../calendar/days.js';
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

/** At most `most` characters, as a reader counts them: 𰻞 is one. */
export function optionalText(most: number, { lines = false } = {}) {
  return z
    .string()
    .default('')
    .refine((text) => isClean(text, lines), 'web.field.characters')
    .refine((text) => [...text].length <= most, {
      error: 'web.field.too-long',
      params: { n: most },
    });
}

/** The same, not blank: with something in it that can be seen. */
export function text(most: number, options?: { lines?: boolean }) {
  return optionalText(most, options).refine(
    (value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value),
    required,
  );
}

/** A Chinese keyboard may type digits, point and minus at full width. */
function plainDigits(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/[\uff10-\uff19\uff0e\uff0d]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    plainDigits,
    z
      .string({ error: missing })
      .min(1, required)
      .regex(/^-?\d{1,12}$/, 'web.field.whole-number')
      .transform(Number)
      .pipe(z.number().min(least, 'web.field.least').max(most, 'web.field.most')),
  );
}

/** An amount with up to two decimals, as hundredths: yuan to fen, square metres to hundredths of one. */
export function hundredths(most: number) {
  return z.preprocess(
    plainDigits,
    z
      .string({ error: missing })
      .min(1, required)
      .regex(/^\d{1,10}(\.\d{1,2})?$/, 'web.field.two-decimals')
      .transform((amount) => {
        const [whole = '', part = ''] = amount.split('.');
        return Number(whole) * 100 + Number(part.padEnd(2, '0'));
      })
      .refine((amount) => amount <= most, { error: 'web.field.most', params: { n: most / 100 } }),
  );
}

/** What is typed is earlier than that, so that the day after it, and the end of any term, is a day too. */
const lastYear = 2150;
const isBounded = (text: string): boolean => Number(text.slice(0, 4)) <= lastYear;

export const day = z.preprocess(
  plainDigits,
  z
    .string({ error: missing })
    .min(1, required)
    .refine((typed) => isDay(typed) && isBounded(typed), 'web.field.day'),
);

export const month = z.preprocess(
  plainDigits,
  z
    .string({ error: missing })
    .min(1, required)
    .refine((typed) => isMonth(typed) && isBounded(typed), 'web.field.month'),
);

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
      .refine((sent) => sent.every((one) => options.includes(one)), 'web.field.choose')
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
    (sent) => (sent === '' || sent === undefined ? null : sent),
    schema.nullable(),
  );
}

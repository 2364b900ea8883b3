import { plainWidth } from './plain-width.js';

/**
 * A phone number in its one form, so that one phone is found again however it was typed: a mainland mobile as its
 * eleven digits; a landline as area code, number and extension, 0580-2281234-802; a service number as 400-123-4567;
 * a number abroad or in Hong Kong, Macao and Taiwan as + and its digits.
 * @returns null for what is none of them; a landline needs its area code
 */
export function phoneOf(typed: string): string | null {
  const text = plainWidth(typed)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  return mobileOf(text) ?? landlineOf(text) ?? serviceOf(text) ?? abroadOf(text);
}

/** A mobile number of the mainland as its eleven digits, or null: spaces, hyphens, +86 and full width are dropped. */
export function mobileOf(typed: string): string | null {
  const digits = plainWidth(typed)
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** Mobile numbers of Hong Kong, Macao and Taiwan, by their plans: eight digits from 4, eight from 6, nine from 9. */
const beyond = /^\+(852[4-9]\d{7}|8536\d{7}|8869\d{8})$/;

/**
 * A mobile number that codes are sent to, as `phoneOf` has it: of the mainland, or of Hong Kong, Macao and Taiwan. Others
 * are none: messages to them are dear, and asked for by who lives on that.
 */
export function codePhoneOf(typed: string): string | null {
  const number = phoneOf(typed);
  return mobileOf(typed) ?? (number !== null && beyond.test(number) ? number : null);
}

/** The area code is 010, 02x, or of four digits; a local number has seven or eight, and does not begin with 0 or 1. */
const landline =
  /^(?:(?:\+|00)?86[\s-]*)?\(?(0?(?:10|2\d|[3-9]\d{2}))\)?[\s-]*([2-9]\d{2,3}[\s-]?\d{4})(?:\s*(?:转|ext\.?|-|\*|#)\s*(\d{1,6}))?$/i;

function landlineOf(text: string): string | null {
  const [, area, local, extension] = landline.exec(text) ?? [];
  if (area === undefined || local === undefined) return null;
  // Without its 0 an area code stands only behind +86; elsewhere 580 2281234 is missing something.
  if (!area.startsWith('0') && !/^(\+|00)?86/.test(text)) return null;
  const number = `${area.padStart(area.length + Number(!area.startsWith('0')), '0')}-${local.replace(/[\s-]/g, '')}`;
  return extension === undefined ? number : `${number}-${extension}`;
}

function serviceOf(text: string): string | null {
  const [, first, second, third] = /^([48]00)[\s-]?(\d{3})[\s-]?(\d{4})$/.exec(text) ?? [];
  return first === undefined ? null : [first, second, third].join('-');
}

function abroadOf(text: string): string | null {
  const number = text.replace(/[\s()-]/g, '').replace(/^00(?=[1-9])/, '+');
  return /^\+(?!86)[1-9]\d{6,14}$/.test(number) ? number : null;
}

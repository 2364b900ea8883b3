import { z } from 'zod';

/** A mobile number of the mainland as its eleven digits, or null: spaces, hyphens, +86 and full width are dropped. */
export function mobileOf(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** 138****1234: enough for its holder to know it again. */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** How staff may have typed the same number. Rows are found by these, as the phone of a person stands as typed. */
export function spellingsOf(mobile: string): string[] {
  const parts = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  const plain = ['', ' ', '-'].map((between) => parts.join(between));
  return plain.flatMap((one) => [one, `+86${one}`, `+86 ${one}`, `86${one}`, `86 ${one}`]);
}

/** A mobile number in a form, as its eleven digits. */
export const mobile = z
  .string({ error: 'people.phone.missing' })
  .min(1, 'people.phone.missing')
  .max(40, 'people.phone.form')
  .refine((typed) => mobileOf(typed) !== null, 'people.phone.form')
  .transform((typed) => mobileOf(typed) as string);

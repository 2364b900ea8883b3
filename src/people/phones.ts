import { z } from 'zod';
import { codePhoneOf } from '../input/phones.js';

/** A mobile number in a form, as it is kept: eleven digits of the mainland, or +852, +853, +886 and its digits. */
export const mobile = z
  .string({ error: 'people.phone.missing' })
  .min(1, 'people.phone.missing')
  .max(40, 'people.phone.form')
  .refine((typed) => codePhoneOf(typed) !== null, 'people.phone.form')
  .transform((typed) => codePhoneOf(typed) as string);

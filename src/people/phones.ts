import { z } from 'zod';
import { mobileOf } from '../input/phones.js';

/** A mobile number in a form, as its eleven digits. */
export const mobile = z
  .string({ error: 'people.phone.missing' })
  .min(1, 'people.phone.missing')
  .max(40, 'people.phone.form')
  .refine((typed) => mobileOf(typed) !== null, 'people.phone.form')
  .transform((typed) => mobileOf(typed) as string);

import { z } from 'zod';
import { name } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { mobile } from './phones.js';

const next = z.string().max(2000).default('');
const ticket = z.string().max(100).default('');
/** As it is typed from a message: full width, and with a space in the middle. */
const code = z
  .string({ error: 'people.code.missing' })
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
  .refine((typed) => /^\d{6}$/.test(typed), 'people.code.missing');
/** Read as it was typed; its rules are in account-rules. */
const newPassword = z.string().min(1, 'people.password.wanted-missing').max(1000);

export const PhoneForm = z.object({ phone: mobile, next });
export const ForgottenForm = z.object({ code, newPassword, ticket, next });
export const RegisterForm = z.object({ code, name: name(40), newPassword, ticket, next });
export const NewPhoneForm = z.object({
  phone: mobile,
  currentPassword: z.string().min(1, 'people.sign-in.password-missing').max(1000),
});
export const PhoneCodeForm = z.object({ code, ticket });

export const codeLabels: Labels = {
  phone: 'people.phone.label',
  code: 'people.code.label',
  name: 'people.account.name',
  newPassword: 'people.password.wanted',
  currentPassword: 'people.password.current',
};
/** Who registers has no password yet that a new one could be told from. */
export const registerLabels: Labels = { ...codeLabels, newPassword: 'people.sign-in.password' };

import { z } from 'zod';
import { cleanName, isName } from '../input/names.js';
import { choice, optional, optionalText, searched, wholeNumber } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { arrangementFields } from '../web/list-columns.js';
import { pageNumber } from '../web/page-number.js';
import { accountColumns } from './account-columns.js';
import { roles } from './viewer.js';

const settings = {
  name: optionalText(40).transform(cleanName).refine(isName, 'people.account.name-missing'),
  role: z.enum(roles, 'people.account.role-missing'),
  regionCode: optional(z.string().max(12)),
  parkIds: z.preprocess(
    (sent) => [sent ?? []].flat(),
    z
      .array(
        z
          .string()
          .regex(/^\d{1,9}$/, 'web.field.choose')
          .transform(Number),
      )
      .max(1000),
  ),
  personNumber: optional(z.string().max(20).toUpperCase()),
  /** Why: the administrator who confirms decides by it. */
  reason: optionalText(500),
};

/** A password is read as it was typed; its rules are in account-rules. */
const newPassword = z.string().min(1, 'people.password.wanted-missing').max(1000);

export const AccountForm = z.object({ ...settings, version: wholeNumber(1, 1_000_000_000) });
export const NewAccountForm = z.object({
  // In the order of the page, which is the order of the complaints.
  username: z.string().min(1, 'people.sign-in.username-missing').max(32).toLowerCase(),
  ...settings,
});
/** How the pages call the fields: the summary of errors names them so. */
export const accountLabels: Labels = {
  username: 'people.account.username',
  name: 'people.account.name',
  role: 'people.account.role',
  parkIds: 'people.account.parks',
  regionCode: 'people.account.region',
  personNumber: 'people.account.person',
  reason: 'people.request.reason',
};
export const reasonLabels: Labels = { reason: 'people.request.reason' };
export const passwordLabels: Labels = {
  currentPassword: 'people.password.current',
  newPassword: 'people.password.wanted',
  newPasswordAgain: 'people.password.again',
};

export const ReasonForm = z.object({ reason: optionalText(500) });
export const PasswordForm = z.object({
  currentPassword: z.string().min(1, 'people.sign-in.password-missing').max(1000),
  newPassword,
  newPasswordAgain: z.string().max(1000),
});

/** The list's filter stands in the address. */
export const AccountFilter = z.object({
  q: searched,
  role: optional(choice(roles)),
  ...arrangementFields(accountColumns, 'username'),
  page: pageNumber,
});
export type AccountFilter = z.output<typeof AccountFilter>;

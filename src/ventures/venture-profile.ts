import type { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { cleanName, isName } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import type { Fault } from '../language/refusal.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import { creditCodeFits, isCitizenInstead, isCreditCode } from './credit-code.js';
import type { Trade } from './kinds.js';

/** What a venture is, beside who founded it and where it is. */
export type VentureProfile = {
  name: string;
  legalForm: LegalForm;
  creditCode: string | null;
  /** Why a code whose check character fails is kept. */
  creditCodeNote: string | null;
  industry: Industry;
  trade: Trade | null;
  registeredOn: Day | null;
  phone: string | null;
  about: string;
  isNamed: boolean;
};

/** What of a profile has one form: see `profileFaults` for what cannot be brought into it. */
export const cleanedProfile = ({ name, phone }: Pick<VentureProfile, 'name' | 'phone'>) => ({
  name: cleanName(name),
  phone: phone === null ? null : (phoneOf(phone) ?? phone),
});

type ProfileCheck = (input: VentureProfile, now: Day) => Fault | false;

const isCitizens = (code: string | null, now: Day): boolean =>
  code !== null && isCitizenInstead(code, now);
const isFormed = (code: string | null): code is string => code !== null && isCreditCode(code);

/** Each looks at what it needs alone, so that a form tells it beside what is wrong elsewhere. */
const profileChecks: ProfileCheck[] = [
  ({ creditCode }, now) =>
    isCitizens(creditCode, now) && { field: 'creditCode', key: 'ventures.code-is-identity' },
  ({ name }) => !isName(name) && { field: 'name', key: 'web.field.name' },
  ({ phone }) =>
    phone !== null && phoneOf(phone) === null && { field: 'phone', key: 'web.field.phone' },
  ({ creditCode }) =>
    creditCode !== null &&
    !isFormed(creditCode) && { field: 'creditCode', key: 'ventures.code-form' },
  ({ creditCode, creditCodeNote }, now) =>
    isFormed(creditCode) &&
    !isCitizens(creditCode, now) &&
    !creditCodeFits(creditCode) &&
    creditCodeNote === null && { field: 'creditCodeNote', key: 'ventures.code-check' },
  ({ creditCode, legalForm }) =>
    legalForm === 'team' &&
    creditCode !== null && { field: 'creditCode', key: 'ventures.team-with-code' },
  ({ registeredOn }, now) =>
    registeredOn !== null &&
    registeredOn > now && { field: 'registeredOn', key: 'calendar.in-future' },
];

/** What makes no sense in a profile, whether new or edited. */
export const profileFaults = (input: VentureProfile, now: Day): (Fault | false)[] =>
  profileChecks.map((check) => check(input, now));

/** The same as checks of a form, told with whatever else is wrong in it. */
export const checkingProfile = <S extends z.ZodType<VentureProfile>>(schema: S, now: Day): S =>
  profileChecks.reduce(
    (checked, check) =>
      checked.superRefine((input, context) => {
        const fault = check(input, now);
        if (fault) context.addIssue({ code: 'custom', message: fault.key, path: [fault.field] });
      }),
    schema,
  );

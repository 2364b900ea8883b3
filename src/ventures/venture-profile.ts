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

/** What makes no sense in a profile, whether new or edited. */
export function profileFaults(input: VentureProfile, now: Day): (Fault | false)[] {
  const { name, phone, creditCode, creditCodeNote, legalForm, registeredOn } = input;
  const isCitizens = creditCode !== null && isCitizenInstead(creditCode, now);
  const formed = creditCode !== null && isCreditCode(creditCode);
  return [
    isCitizens && { field: 'creditCode', key: 'ventures.code-is-identity' },
    !isName(name) && { field: 'name', key: 'web.field.name' },
    phone !== null && phoneOf(phone) === null && { field: 'phone', key: 'web.field.phone' },
    creditCode !== null && !formed && { field: 'creditCode', key: 'ventures.code-form' },
    formed &&
      !isCitizens &&
      !creditCodeFits(creditCode) &&
      creditCodeNote === null && {
        field: 'creditCodeNote',
        key: 'ventures.code-check',
      },
    legalForm === 'team' &&
      creditCode !== null && { field: 'creditCode', key: 'ventures.team-with-code' },
    registeredOn !== null &&
      registeredOn > now && { field: 'registeredOn', key: 'calendar.in-future' },
  ];
}

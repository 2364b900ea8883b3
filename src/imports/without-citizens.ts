import type { Day } from '../calendar/days.js';
import { maskOf } from '../identities/read-number.js';
import { asCitizenNumber, citizenForms } from '../input/citizen-number.js';
import { isCitizenInstead } from '../ventures/credit-code.js';

const masked = /\d\*{16}[\dX]/;

/**
 * A cell of a list with the citizens' numbers in it masked. A list is kept until it is cleared, and handed back with what is
 * wrong beside each row: a number that belongs in no column of it stands in neither.
 */
export const withoutCitizens = (text: string, today: Day): string =>
  text.replace(citizenForms, (typed) => {
    const plain = asCitizenNumber(typed);
    return isCitizenInstead(plain, today) ? maskOf(plain) : typed;
  });

/** Whether a citizen's number was masked in it. */
export const hasMaskedCitizen = (text: string): boolean => masked.test(text);

import type { Day } from '../calendar/days.js';
import { hasCitizenForm, isCitizenNumber, isInProvince } from '../input/citizen-number.js';

/** The alphabet of GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the text has the form of a unified social credit code: 18 characters of its alphabet. */
export const isCreditCode = (text: string): boolean => /^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(text);

/**
 * The check character of a unified social credit code (GB 32100-2015): weights 3^i mod 31 over the first
 * 17 characters, check = (31 − Σ mod 31) mod 31. Takes at least 17 characters of the alphabet.
 */
export function creditCodeCheck(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Error(`not in the alphabet of GB 32100: ${character}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether the check character fits. A few early codes in use fail it, so a failing code can be kept with a reason. */
export const creditCodeFits = (code: string): boolean => creditCodeCheck(code) === code.charAt(17);

/**
 * Whether what stands in the place of a code is a citizen's number, with a slip in it too. The third character on of a code
 * is the region that registered it: one that fits its check and is of no region fits by chance.
 */
export const isCitizenInstead = (code: string, today: Day): boolean =>
  isCitizenNumber(code, today) ||
  (hasCitizenForm(code, today) && !(creditCodeFits(code) && isInProvince(code.slice(2))));

import { type Day, isDay } from '../calendar/days.js';
import type { WordKey } from '../language/say.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** The first two digits of GB/T 2260: provinces, and 81 to 83 of residence permits (港澳台居民居住证). */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const leastAge = 16;

/** The check character of a citizen's number (GB 11643-1999, ISO 7064 MOD 11-2) over its first 17 digits. */
export function citizenCheck(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return CHECKS.charAt(sum % 11);
}

/**
 * What is wrong with a number of 18 characters (GB 11643), or null.
 * @param today the day on which its holder must be at least 16
 */
export function citizenFault(number: string, today: Day): WordKey | null {
  if (/^\d{15}$/.test(number)) return 'identities.number.old';
  if (!/^\d{17}[\dX]$/.test(number)) return 'identities.number.citizen';
  if (!PROVINCES.test(number)) return 'identities.number.region';
  return birthFault(number, today) ?? checkFault(number);
}

/** Whether a text is a citizen's number by its form: region, birth date and check character, at any age. */
export function isCitizenNumber(number: string, today: Day): boolean {
  const fault = citizenFault(number, today);
  if (fault !== 'identities.number.young') return fault === null;
  return checkFault(number) === null;
}

/**
 * Whether a text has the form of a citizen's number at any age, whatever its check character says: with a slip in it, it
 * is no less somebody's.
 */
export function hasCitizenForm(number: string, today: Day): boolean {
  const fault = citizenFault(number, today);
  return [null, 'identities.number.young', 'identities.number.check'].includes(fault);
}

/** Whether a text begins with a province of GB/T 2260. */
export const isInProvince = (text: string): boolean => PROVINCES.test(text);

/** The new permanent residence card of foreigners keeps the same form, and begins with 9. */
export function foreignCitizenFault(number: string, today: Day): WordKey | null {
  return birthFault(number, today) ?? checkFault(number);
}

function birthFault(number: string, today: Day): WordKey | null {
  const [year, rest] = [number.slice(6, 10), `-${number.slice(10, 12)}-${number.slice(12, 14)}`];
  if (!isDay(`${year}${rest}`) || `${year}${rest}` > today) return 'identities.number.birth';
  return `${Number(year) + leastAge}${rest}` > today ? 'identities.number.young' : null;
}

const checkFault = (number: string): WordKey | null =>
  citizenCheck(number) === number.charAt(17) ? null : 'identities.number.check';

/** 18 characters that may be a citizen's number, at full width or with spaces or strokes between them. */
export const citizenForms =
  /(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ])[0-9０-９](?:[-–—· ]?[0-9０-９]){16}[-–—· ]?[0-9０-９XxＸｘ](?![0-9０-９A-Za-zＡ-Ｚａ-ｚ])/g;

/** The same as the number would be stored. */
export const asCitizenNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[-–—· ]/g, '');

/** Of a text of any day: a field knows no clock. */
const everyDay: Day = '9999-12-31';

/** Whether a citizen's number, whose check character fits, stands somewhere in a text. */
export const holdsCitizenNumber = (text: string): boolean =>
  (text.match(citizenForms) ?? []).some((typed) =>
    isCitizenNumber(asCitizenNumber(typed), everyDay),
  );

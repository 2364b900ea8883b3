import type { Day } from '../calendar/days.js';
import { maskOf } from '../identities/read-number.js';
import { isCitizenInstead } from '../ventures/credit-code.js';

/** 18 characters that may be a citizen's number, at full width or with spaces or strokes between them. */
const candidates =
  /(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ])[0-9０-９](?:[-–—· ]?[0-9０-９]){16}[-–—· ]?[0-9０-９XxＸｘ](?![0-9０-９A-Za-zＡ-Ｚａ-ｚ])/g;
const masked = /\d\*{16}[\dX]/;

/**
 * A cell of a list with the citizens' numbers in it masked. A list is kept until it is cleared, and handed back with what is
 * wrong beside each row: a number that belongs in no column of it stands in neither.
 */
export const withoutCitizens = (text: string, today: Day): string =>
  text.replace(candidates, (typed) => {
    const plain = typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[-–—· ]/g, '');
    return isCitizenInstead(plain, today) ? maskOf(plain) : typed;
  });

/** Whether a citizen's number was masked in it. */
export const hasMaskedCitizen = (text: string): boolean => masked.test(text);

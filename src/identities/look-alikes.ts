import { citizenCheck } from '../input/citizen-number.js';
import { readDay } from '../input/days.js';
import { mobileOf } from '../input/phones.js';
import type { WordKey } from '../language/say.js';

/**
 * What else is often written where the number of a document belongs, and what a spreadsheet makes of one.
 * @returns the complaint, or null for what looks like none of these
 */
export function lookAlike(typed: string): WordKey | null {
  const text = typed.trim();
  if (mobileOf(text) !== null) return 'identities.number.is-mobile';
  if (/[-/.年]/.test(text) && 'day' in readDay(text)) return 'identities.number.is-day';
  if (/^[VR]\d{4}-?\d{2,}$/i.test(text)) return 'identities.number.is-record';
  return isRounded(text) ? 'identities.number.is-rounded' : null;
}

/** 15 digits are all that a number in a spreadsheet keeps: the rest is lost, or noughts that its check digit gives away. */
const isRounded = (text: string): boolean =>
  /^\d(\.\d+)?E\+?\d+$/i.test(text) || (/^\d{15}000$/.test(text) && citizenCheck(text) !== '0');

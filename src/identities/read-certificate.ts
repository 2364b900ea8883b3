import type { Day } from '../calendar/days.js';
import { citizenFault } from '../input/citizen-number.js';
import type { WordKey } from '../language/say.js';
import type { FounderCategory } from '../people/categories.js';

/** A number in its one form: half width, capitals, without spaces, strokes and brackets. */
export const plainCertificate = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—()·.〔〕[\]]/g, '');

/**
 * Reads the number of a certificate that proves a category. That of persons with disabilities is the citizen's number,
 * the kind (1 to 7) and grade (1 to 4), and B with a digit where the card was replaced (残联发〔2017〕34号).
 */
export function readCertificate(
  category: FounderCategory,
  typed: string,
  today: Day,
): { number: string } | { fault: WordKey } {
  const number = plainCertificate(typed);
  if (category === 'disabled') {
    if (!/^\d{17}[\dX][1-7][1-4](B\d)?$/.test(number))
      return { fault: 'identities.certificate.disabled' };
    const fault = citizenFault(number.slice(0, 18), today);
    // Children hold one too: how old somebody is says nothing about the card.
    return fault && fault !== 'identities.number.young' ? { fault } : { number };
  }
  const digits = number.replace(/\D/g, '').length;
  return /^[\p{L}\p{N}]{4,40}$/u.test(number) && digits >= 3
    ? { number }
    : { fault: 'identities.certificate.form' };
}

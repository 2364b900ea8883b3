import type { LegalForm } from '../../../src/standards/register-codes.js';
import { creditCodeCheck } from '../../../src/ventures/credit-code.js';

/** Department that registers and kind of organisation: the first two characters (GB 32100-2015, 附录 A). */
const beginnings: Record<Exclude<LegalForm, 'team'>, string> = {
  firm: '91',
  'sole-trader': '92',
  cooperative: '93',
  'non-profit': '52',
};
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * An invented code that is valid in form, both check characters included. Codes in use have an organisation part
 * that begins with a digit or with MA; these begin with Y, so that none belongs to anybody.
 * @param county six digits of GB/T 2260
 */
export function inventCreditCode(
  form: Exclude<LegalForm, 'team'>,
  county: string,
  index: number,
): string {
  const organisation = `Y${String((index * 7_919 + 4_177_113) % 10_000_000).padStart(7, '0')}`;
  const body = beginnings[form] + county + organisation + organisationCheck(organisation);
  return body + creditCodeCheck(body);
}

/** The check character of an organisation code (GB 11714-1997): 11 − Σ mod 11, X for 10 and 0 for 11. */
function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(organisation.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

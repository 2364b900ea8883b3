import { plainWidth } from '../../input/plain-width.js';
import type { WordKey } from '../../language/say.js';
import { type BankName, banks, type PayeeKind } from './banks.js';

type Read = { number: string } | { fault: WordKey; values?: Record<string, string | number> };

/**
 * The number of an account as people type it, with blanks and strokes: of a card 16 to 19 digits with a check digit
 * (Luhn, ISO/IEC 7812-1); of a corporate account as many digits as its bank gives.
 * @returns the digits, or what is wrong
 */
export function readPayeeNumber(kind: PayeeKind, bank: BankName, typed: string): Read {
  const number = plainWidth(typed).replace(/[\s-]/g, '');
  if (!/^\d+$/.test(number)) return { fault: 'payments.payee.digits' };
  if (kind === 'card') {
    if (number.length < 16 || number.length > 19)
      return { fault: 'payments.payee.card-length', values: { n: number.length } };
    return hasCheckDigit(number) ? { number } : { fault: 'payments.payee.luhn' };
  }
  const lengths: readonly number[] = banks[bank].corporate;
  if (lengths.length > 0 && !lengths.includes(number.length))
    return {
      fault: 'payments.payee.corporate-length',
      values: { lengths: lengths.join('/'), n: number.length },
    };
  return number.length >= 9 && number.length <= 32
    ? { number }
    : { fault: 'payments.payee.corporate-any', values: { n: number.length } };
}

/** Luhn: every second digit from the right doubled, its digits added; the sum ends in 0. */
export function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

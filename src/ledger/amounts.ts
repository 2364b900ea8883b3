import { number, yuan } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { isMoney } from './measures.js';

/** An amount of a measure as its unit is read: a count grouped in threes, fen as yuan with two decimals. */
export const amountText = (measure: string, amount: number, lang: Lang): string =>
  isMoney(measure) ? yuan(amount, lang) : number(amount, lang);

/** The same with its sign, as what an entry adds or takes away. */
export function signedAmount(measure: string, amount: number, lang: Lang): string {
  const text = amountText(measure, amount, lang);
  return amount > 0 ? `+${text}` : text.replace('-', '−');
}

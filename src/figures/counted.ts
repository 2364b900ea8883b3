import type { Lang } from '../language/words.js';
import type { Publishable } from '../ledger/definitions.js';
import { isMoney } from '../ledger/measures.js';

/** What a value is counted in: ones, or fen that are put in print as yuan. */
export type Counted = 'one' | 'fen';
/** How a number can be put in print, in both languages. */
export type Wording = Record<Lang, string>;

const fenInYuan = 100;
const tenThousand = 10_000;

export const countedIn = (measure: Publishable): Counted => (isMoney(measure) ? 'fen' : 'one');

/** A value as the wordings of it are read: fen as yuan with two decimals. */
export const printedValue = (value: number, counted: Counted): string =>
  counted === 'fen' ? (value / fenInYuan).toFixed(2) : String(value);

/** Without what is less than one, or than one yuan. */
export const wholeOf = (value: number, counted: Counted): number =>
  counted === 'fen' ? Math.floor(value / fenInYuan) : value;

export const grouped = (whole: number): string => new Intl.NumberFormat('en-GB').format(whole);

/** Money is told in 万 where that is shorter: 120万. */
export const inChinese = (whole: number, counted: Counted): string =>
  counted === 'fen' && whole >= tenThousand && whole % tenThousand === 0
    ? `${whole / tenThousand}万`
    : String(whole);

/** The value itself, to the fen. */
export function exact(value: number, counted: Counted): Wording {
  const whole = wholeOf(value, counted);
  const fen = counted === 'fen' ? value % fenInYuan : 0;
  const rest = fen === 0 ? '' : `.${String(fen).padStart(2, '0')}`;
  return { zh: `${whole}${rest}`, en: `${grouped(whole)}${rest}` };
}

export const over = (down: number, counted: Counted): Wording => ({
  zh: `${inChinese(down, counted)}余`,
  en: `over ${grouped(down)}`,
});

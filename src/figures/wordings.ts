import type { Lang } from '../language/words.js';
import {
  type Counted,
  exact,
  grouped,
  inChinese,
  over,
  printedValue,
  type Wording,
  wholeOf,
} from './counted.js';
import { contains, type Interval } from './interval.js';
import { readPrinted, UnreadableNumber } from './printed.js';

export type Proposal = Wording & { interval: Interval };

const marks: Record<string, (number: string) => string> = {
  over: (number) => `${number}余`,
  'more than': (number) => `${number}余`,
  nearly: (number) => `近${number}`,
  almost: (number) => `近${number}`,
  about: (number) => `约${number}`,
  around: (number) => `约${number}`,
};

const english = /^(?:(over|more than|nearly|almost|about|around)\s+)?([\d,]+(?:\.\d+)?)$/i;

/**
 * What a wording can stand for, by the rules of readPrinted. An English one is a number in digits, alone or after
 * over, more than (余), nearly, almost (近), about or around (约).
 * @throws UnreadableNumber for anything else
 */
export function readWording(text: string, lang: Lang): Interval {
  if (lang === 'zh') return readPrinted(text);
  const [, mark = '', number] = english.exec(text.trim()) ?? [];
  if (number === undefined) throw new UnreadableNumber(text, 'not a number after over or about');
  return readPrinted(marks[mark.toLowerCase()]?.(number) ?? number);
}

/** What is wrong with a wording of a value: it is no number, or it stands for others. Null where it fits. */
export function misfit(
  text: string,
  lang: Lang,
  value: number,
  counted: Counted = 'one',
): 'unreadable' | 'misses' | null {
  try {
    return contains(readWording(text, lang), printedValue(value, counted)) ? null : 'misses';
  } catch (error) {
    if (!(error instanceof UnreadableNumber)) throw error;
    return 'unreadable';
  }
}

/** Whether two wordings that can be read stand for the same numbers: what is published in two languages is one figure. */
export function isSameRange({ zh, en }: Wording): boolean {
  const [a, b] = [readWording(zh, 'zh'), readWording(en, 'en')];
  const sameBound = (left: string, right: string) => Number(left) === Number(right);
  return (
    sameBound(a.low, b.low) &&
    sameBound(a.high, b.high) &&
    a.lowOpen === b.lowOpen &&
    a.highOpen === b.highOpen &&
    a.isPercent === b.isPercent
  );
}

/** From here on a count is put in print as "over" so many, to two digits; a smaller one exactly. */
const largeCount = 1000;

/** The wording that fits best: exact below a thousand, else over so many hundreds or thousands. */
export function proposedWording(value: number, counted: Counted = 'one'): Proposal {
  const whole = wholeOf(value, counted);
  const all = proposeWordings(value, counted);
  const zh = over(downTo(whole, coarseUnit(whole)), counted).zh;
  return (
    (whole >= largeCount ? all.find((proposal) => proposal.zh === zh) : undefined) ??
    (all[0] as Proposal)
  );
}

/** Ways to put a value in print, exact first. Each stands for a range that holds it. */
export function proposeWordings(value: number, counted: Counted = 'one'): Proposal[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no count: ${value}`);
  const whole = wholeOf(value, counted);
  const wordings: Wording[] = [exact(value, counted)];
  for (let unit = 10; unit <= whole; unit *= 10) {
    const down = downTo(whole, unit);
    // What is so many to the fen is not over it.
    if (Number(printedValue(value, counted)) > down) wordings.push(over(down, counted));
  }
  const unit = coarseUnit(whole);
  const up = downTo(whole, unit) + unit;
  const near = whole - downTo(whole, unit) < unit / 2 ? up - unit : up;
  if (unit > 1) {
    wordings.push({ zh: `近${inChinese(up, counted)}`, en: `nearly ${grouped(up)}` });
    wordings.push({ zh: `约${inChinese(near, counted)}`, en: `about ${grouped(near)}` });
  }
  const fits = (text: string, lang: Lang) => misfit(text, lang, value, counted) === null;
  return wordings
    .filter((wording, i) => wordings.findIndex(({ zh }) => zh === wording.zh) === i)
    .filter((wording) => fits(wording.zh, 'zh') && fits(wording.en, 'en') && isSameRange(wording))
    .map((wording) => ({ ...wording, interval: readWording(wording.zh, 'zh') }));
}

const downTo = (value: number, unit: number): number => Math.floor(value / unit) * unit;

/** One unit of the second digit of a number; 1 for a number of two digits or one. */
const coarseUnit = (value: number): number => 10 ** Math.max(0, String(value).length - 2);

import { plainWidth } from '../input/plain-width.js';
import { type Interval, intervalOf, type Span } from './interval.js';

/** The text is not a printed number by the rules of `readPrinted`. */
export class UnreadableNumber extends Error {
  constructor(
    readonly printed: string,
    why: string,
  ) {
    super(`cannot read the printed number “${printed}”: ${why}`);
    this.name = 'UnreadableNumber';
  }
}

const shape =
  /^(?<nearly>近)?(?<about>约)?\s*(?<sign>[+-]?)(?<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<fraction>\d+))?\s*(?<over1>[余多])?\s*(?<scale>万亿|万|亿|%)?\s*(?<over2>[余多])?$/u;

const exponents: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12 };

/** Which rule of `readPrinted` a text is read by. */
export const rules = ['exact', 'rounded', 'over', 'nearly', 'about', 'both'] as const;
export type Rule = (typeof rules)[number];

/** @throws UnreadableNumber as readPrinted does */
export function ruleOf(printed: string, unit = ''): Rule {
  return ruleFor(read(printed, unit));
}

/** The digits as written, and what stands around them. Magnitude only: the sign is apart. */
type Reading = {
  digits: bigint;
  /** Written places after the point. */
  places: number;
  /** The power of ten that 万 or 亿 stands for, 0 without. */
  exponent: number;
  isNegative: boolean;
  isPercent: boolean;
  nearly: boolean;
  about: boolean;
  over: boolean;
};

/**
 * Reads a number as a Chinese report prints it into the interval that it can stand for.
 *
 * Rules (DESIGN: a printed number is an interval), by magnitude, mirrored for a negative number:
 * - a whole number without a mark is exact: 267 is [267, 267];
 * - with a decimal, 万, 亿 or %, what rounds to it half up: 4.6万 is [45500, 46500), 100% is [99.5%, 100.5%);
 * - 余 or 多 (over): up to, not including, one unit of the last significant digit more: 3400余 is [3400, 3500).
 *   Zeros that end a whole number are not significant, zeros after the point are;
 * - 近 (nearly): up to a tenth below, both ends belonging: 近200 is [180, 200];
 * - 约 (about): a twentieth either way, both ends belonging: 约10万 is [95000, 105000];
 * - a mark on both sides: one unit either way, both ends belonging: 近2800余 is [2700, 2900].
 * Of a percentage the bounds are in percent. Full-width characters and thousands separators are read.
 * @param printed the text, e.g. '近2800余'
 * @param unit a unit that may follow the number, e.g. '省' for '2 省'
 * @throws UnreadableNumber for anything else, and for a mark on zero, which would say nothing.
 */
export function readPrinted(printed: string, unit = ''): Interval {
  const reading = read(printed, unit);
  return intervalOf(spanOf(reading), reading.isNegative, reading.isPercent);
}

function read(printed: string, unit: string): Reading {
  const plain = plainWidth(printed).replaceAll('−', '-').trim();
  const number = unit && plain.endsWith(unit) ? plain.slice(0, -unit.length).trimEnd() : plain;
  const parts = shape.exec(number)?.groups;
  if (!parts)
    throw new UnreadableNumber(printed, 'not a number with the marks 余 多 近 约 万 亿 %');
  const { nearly, about, over1, over2, fraction = '', scale = '' } = parts;
  if (nearly && about) throw new UnreadableNumber(printed, '近 and 约 together');
  if (over1 && over2) throw new UnreadableNumber(printed, '余 or 多 twice');
  const digits = BigInt(`${parts.whole?.replaceAll(',', '')}${fraction}`);
  const over = Boolean(over1 ?? over2);
  if (digits === 0n && (nearly || about || over))
    throw new UnreadableNumber(printed, 'zero marked');
  return {
    digits,
    places: fraction.length,
    exponent: exponents[scale] ?? 0,
    isNegative: parts.sign === '-' && digits !== 0n,
    isPercent: scale === '%',
    nearly: Boolean(nearly),
    about: Boolean(about),
    over,
  };
}

function ruleFor({ places, exponent, isPercent, nearly, about, over }: Reading): Rule {
  if ((nearly || about) && over) return 'both';
  if (over) return 'over';
  if (nearly) return 'nearly';
  if (about) return 'about';
  return places === 0 && exponent === 0 && !isPercent ? 'exact' : 'rounded';
}

/** Two spare places hold the half, the tenth and the twentieth exactly. */
const spare = 2;

function spanOf(reading: Reading): Span {
  const { digits, places, exponent } = reading;
  const scale = 10n ** BigInt(exponent + spare);
  const value = digits * scale;
  const unit = lastSignificant(digits, places) * scale;
  const closed = { places: places + spare, mostOpen: false };
  const open = { places: places + spare, mostOpen: true };
  switch (ruleFor(reading)) {
    case 'both':
      return { least: value - unit, most: value + unit, ...closed };
    case 'over':
      return { least: value, most: value + unit, ...open };
    case 'nearly':
      return { least: value - value / 10n, most: value, ...closed };
    case 'about':
      return { least: value - value / 20n, most: value + value / 20n, ...closed };
    case 'exact':
      return { least: value, most: value, ...closed };
    case 'rounded':
      return { least: value - scale / 2n, most: value + scale / 2n, ...open };
  }
}

/** One unit of the last significant digit, in units of the last digit written. */
function lastSignificant(digits: bigint, places: number): bigint {
  if (places > 0) return 1n;
  let unit = 1n;
  while (digits !== 0n && digits % (unit * 10n) === 0n) unit *= 10n;
  return unit;
}

import { plainWidth } from './plain-width.js';

/** What may follow a number that a field or column counts in this unit. */
const units = {
  people: /(人|名|people|person)$/i,
  yuan: /(元|yuan)$/i,
  area: /(平方米|平米|㎡|m²|m2)$/i,
  months: /(个月|months?)$/i,
} as const;
export type NumberUnit = keyof typeof units;

/** Commas stand before groups of three digits, or nowhere: 4,8 and 12,3 are something else than 48 and 123. */
const form = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const mostDigits = 12;

/**
 * Reads a number as people type it in forms, grids and files: 1,048, ４８, 5人, ￥500.
 * @param unit of the field or column, which may stand behind the number; ￥ before it is read as yuan
 * @returns its sign, whole part and decimals without noughts at the end; null where it is no such number
 */
function partsOf(typed: string, unit?: NumberUnit) {
  const plain = plainWidth(typed).trim();
  const bare = unit === undefined ? plain : plain.replace(units[unit], '').trimEnd();
  const amount = unit === 'yuan' ? bare.replace(/^[¥￥]\s*/, '') : bare;
  const [, sign, whole, decimals = ''] = form.exec(amount) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(',', '');
  if (digits.length > mostDigits) return null;
  return { isNegative: sign === '-', digits, decimals: decimals.replace(/0+$/, '') };
}

/** A whole number as typed, or null: 48.0 is 48, 48.5 is none. */
export function wholeNumberOf(typed: string, unit?: NumberUnit): number | null {
  const parts = partsOf(typed, unit);
  if (parts === null || parts.decimals !== '') return null;
  const number = Number(parts.digits);
  return parts.isNegative && number !== 0 ? -number : number;
}

/** An amount with at most two decimals as hundredths (fen of yuan), or null: what is finer is none, nor what is below 0. */
export function hundredthsOf(typed: string, unit?: NumberUnit): number | null {
  const parts = partsOf(typed, unit);
  if (parts === null || parts.isNegative || parts.decimals.length > 2) return null;
  return Number(parts.digits) * 100 + Number(parts.decimals.padEnd(2, '0'));
}

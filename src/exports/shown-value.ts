import type { ColumnKind } from './table.js';

/**
 * Whether a number format (ECMA-376, 18.8.31) shows a value as what it is: a number with all the decimals that it
 * has, a day with its year, month and day, a text as it stands. Thousands separators, currency signs and the like
 * are a matter of taste; words, other digits, a lost sign or nothing at all are not.
 */
export function showsAsIs(
  format: string,
  value: string | number | boolean,
  kind: ColumnKind,
): boolean {
  const sections = sectionsOf(format);
  if (typeof value !== 'number') return showsText(sections);
  if (kind === 'day') return showsDay(sections[0] ?? '');
  const section = sectionFor(sections, value);
  return section !== null && showsNumber(section, value, kind === 'share');
}

/** Its parts for numbers above nil, below, nil, and for text. */
const sectionsOf = (format: string): string[] =>
  (format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/gs) ?? []).map(withoutPadding);

/** Space as wide as a character, or to fill a cell with, is not seen; any other filling is. */
const withoutPadding = (section: string): string =>
  section.replace(/"[^"]*"|\\.|_.|\* /gs, (mark) => (/^[_*]/.test(mark) ? '' : mark)).trim();

function showsText(sections: string[]): boolean {
  const own = sections[3] ?? sections.find((section) => section.includes('@'));
  return own === undefined || own === '@';
}

type Section = { text: string; isNegative: boolean };

function sectionFor(sections: string[], value: number): Section | null {
  const [above = '', below, nil] = sections;
  if (above.includes('@')) return { text: 'General', isNegative: false };
  if (value < 0 && below !== undefined && !below.includes('@'))
    return { text: below, isNegative: true };
  const own = value === 0 && nil !== undefined && !nil.includes('@') ? nil : above;
  return { text: own, isNegative: false };
}

const inkOf = /\[(?:red|black|blue|green|magenta|\$[¥￥$]?(?:-[0-9a-f]{1,4})?)\]/gi;
/** Signs of currency, and spaces. */
const harmless = /"[¥￥$元 ]*"|\\[¥￥$ ]|[¥￥$ ]/g;
const numeral = /^[#0?,]*[#0?](?:\.[#0?]+)?%?$/;

function showsNumber({ text, isNegative }: Section, value: number, isShare: boolean): boolean {
  const bare = text.replace(inkOf, '').replace(harmless, '');
  const plain = isNegative ? withoutSign(bare) : bare;
  if (plain === null) return false;
  if (/^general$/i.test(plain)) return true;
  if (!numeral.test(plain)) return false;
  const [whole = '', decimals = ''] = plain.replace('%', '').split('.');
  const isPercent = plain.endsWith('%');
  if (isPercent && !isShare) return false;
  // The system itself shows a share with one decimal.
  if (isPercent) return decimals.length >= 1;
  if (!whole.endsWith('0') && Math.abs(value) < 1) return false;
  const scaled = value * 10 ** decimals.length;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled)) ** 0.5;
}

/** What stands for a number below nil has to show that it is one. */
function withoutSign(section: string): string | null {
  const plain = section.replace(/"([-()])"|\\([-()])/g, '$1$2');
  const found = /^-(.+)$|^\((.+)\)$/.exec(plain);
  return found?.[1] ?? found?.[2] ?? null;
}

function showsDay(section: string): boolean {
  const plain = section
    .replace(/\[\$-[0-9a-f]{1,4}\]/gi, '')
    .replace(/"([年月日\-/. ]*)"|\\([-/. ])/g, '$1$2')
    .toLowerCase();
  const hasAll = ['y', 'm', 'd'].every((letter) => plain.includes(letter));
  return hasAll && /^[ymd年月日\-/., ]+$/.test(plain);
}

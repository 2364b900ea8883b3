import { daysBetween } from '../calendar/days.js';
import type { Cell, ColumnKind } from './table.js';

/** Places in the list of styles below; a sum is written strong. */
const styles = ['plain', 'head', 'text', 'number', 'money', 'day', 'share', 'wrapped'] as const;
const strong = ['number', 'money', 'text'] as const;
type Style = (typeof styles)[number];
export const styleOf = (style: Style): number => styles.indexOf(style);
export const strongStyleOf = (kind: ColumnKind): number =>
  styles.length + Math.max(0, strong.indexOf(kind as (typeof strong)[number]));

/** Number formats by their standard numbers, 164 and 165 our own. */
const formats: Record<Style, number> = {
  plain: 0,
  head: 49,
  text: 49,
  number: 1,
  money: 4,
  day: 164,
  share: 165,
  wrapped: 49,
};

export const stylesXml = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length + strong.length}">${[
  ...styles.map((style) => xf(formats[style], style === 'head', style === 'wrapped')),
  ...strong.map((kind) => xf(formats[kind], true, false)),
].join('')}</cellXfs></styleSheet>`;

function xf(format: number, isStrong: boolean, wraps: boolean): string {
  const start = `<xf numFmtId="${format}" fontId="${isStrong ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"`;
  return wraps
    ? `${start} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
    : `${start}/>`;
}

/** The letters of a column, counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnName(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Days since 1899-12-30, as spreadsheets count from 1 March 1900 on. */
export const serialOf = (day: string): number => daysBetween('1899-12-30', day);

/** A cell as it is stored: money as yuan with two decimals, a share as a decimal. Null is no cell at all. */
export function cellXml(at: string, cell: Cell, kind: ColumnKind): string {
  if (cell === null || cell === '') return '';
  if (kind === 'text') return textXml(at, String(cell), styleOf('text'));
  return `<c r="${at}" s="${styleOf(kind)}"><v>${storedNumber(cell, kind)}</v></c>`;
}

export function storedNumber(cell: string | number | bigint, kind: ColumnKind): string {
  if (kind === 'day') return String(serialOf(String(cell)));
  if (kind === 'money') return decimal(BigInt(cell), 2);
  if (kind === 'share') return decimal(BigInt(Math.round(Number(cell))), 4);
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new Error(`not a number: ${cell}`);
  return String(cell);
}

/** A whole number of hundredths or ten-thousandths as a decimal. */
function decimal(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What a reader would leave out, or join to one space. */
const isSpaced = /^\s|\s$|\s\s|[\t\n\r]/;

export const textXml = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t${isSpaced.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t></is></c>`;

export const formulaXml = (at: string, formula: string, value: string, style: number): string =>
  `<c r="${at}" s="${style}"><f>${escaped(formula)}</f><v>${value}</v></c>`;

/** Characters that XML cannot hold, and what looks like their escape, are escaped as ECMA-376 says (ST_Xstring). */
export function escaped(text: string): string {
  if (!mayNeedEscape.test(text)) return text;
  return (
    text
      .replace(/_x[0-9A-Fa-f]{4}_/g, (looksEscaped) => `_x005F${looksEscaped}`)
      .replace(/[&<>"]/g, (mark) => marks[mark] as string)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, code)
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

/** Most cells hold none of these, and one look is a quarter of the work of four. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const mayNeedEscape = /[&<>"_\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const code = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

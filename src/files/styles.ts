import {
  brightnessOf,
  type Font,
  isOneColour,
  isTinyOrSigns,
  plainFont,
  setFont,
} from './fonts.js';
import type { Budget } from './limits.js';
import { type Attributes, readXml } from './xml.js';

/** How a cell is shown. */
export type CellStyle = {
  /** The code of its number format (ECMA-376, 18.8.31). */
  format: string;
  /** Whether nobody can read it: in the colour of its ground, tiny, or in signs that are no writing. */
  isUnreadable: boolean;
  /** The brightness of its ground, from 0 for black to 1 for white. */
  ground: number;
  /** Whether it is struck through, as what no longer counts. */
  isStruck: boolean;
  /** Whether its content is shown again and again until the cell is full: 23 as 232323. */
  isRepeated: boolean;
};
export type Styles = { at(place: number): CellStyle };

const general: CellStyle = {
  format: 'General',
  isUnreadable: false,
  ground: 1,
  isStruck: false,
  isRepeated: false,
};
export const noStyles: Styles = { at: () => general };

/** The formats that are not written into files (ECMA-376, 18.8.30), as they are for Chinese where languages differ. */
const builtIn: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  49: '@',
  50: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Reads the styles of a workbook. @throws RefusedFile beyond what the budget has for them */
export async function readStyles(pieces: AsyncIterable<Buffer>, budget: Budget): Promise<Styles> {
  const formats = new Map<string, string>();
  const fonts: Font[] = [];
  const fills: (Attributes | null)[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  let isSolid = false;
  const open = (name: string, own: Attributes): void => {
    const [above, next, third] = [path.at(-1), path.at(-2), path.at(-3)];
    path.push(name);
    if (above === 'numFmts') formats.set(own.numFmtId ?? '', own.formatCode ?? '');
    else if (above === 'fonts') fonts.push(plainFont());
    else if (next === 'fonts') setFont(fonts.at(-1) ?? plainFont(), name, own);
    else if (above === 'fills') fills.push(null);
    else if (next === 'fills') isSolid = own.patternType === 'solid';
    else if (third === 'fills' && name === 'fgColor' && isSolid) fills[fills.length - 1] = own;
    else if (above === 'cellXfs') styles.push(styleOf(own, { formats, fonts, fills }));
    else if (next === 'cellXfs' && name === 'alignment') setAlignment(styles.at(-1), own);
    else return;
    budget.spend('styles');
  };
  const close = (): void => {
    path.pop();
  };
  await readXml(pieces, { open, close });
  return { at: (place) => styles[place] ?? general };
}

function setAlignment(style: CellStyle | undefined, own: Attributes): void {
  if (style) style.isRepeated = own.horizontal === 'fill';
}

function styleOf(
  own: Attributes,
  {
    formats,
    fonts,
    fills,
  }: { formats: Map<string, string>; fonts: Font[]; fills: (Attributes | null)[] },
): CellStyle {
  const id = own.numFmtId ?? '0';
  const font = fonts[Number(own.fontId ?? 0)] ?? plainFont();
  const ground = brightnessOf(fills[Number(own.fillId ?? 0)] ?? null) ?? 1;
  const ink = brightnessOf(font.colour) ?? 0;
  return {
    format: formats.get(id) ?? builtIn[Number(id)] ?? 'General',
    isUnreadable: isTinyOrSigns(font) || isOneColour(ground, ink),
    ground,
    isStruck: font.isStruck,
    isRepeated: false,
  };
}

/** Whether a format shows a number as a day, a month or a time. */
export const isDateFormat = (format: string): boolean =>
  /[ymdh]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')) &&
  !/^general$/i.test(format);

import { Converter } from 'opencc-js/t2cn';
import { plainWidth } from './plain-width.js';

/**
 * A name as it is stored: without what cannot be seen (zero-width marks) and without spaces around it; several
 * spaces inside are one. Letters, digits and & at full width become plain; brackets of a Chinese name stay as they are.
 */
export const cleanName = (typed: string): string =>
  typed
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ＆]/g, plainWidth)
    .replace(/\s+/g, ' ')
    .trim();

/** Whether there is anything in a name that can be read aloud: —— is none. */
export const isName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

let converter: ((text: string) => string) | null = null;

/** Traditional characters as simplified ones. The dictionary is read when the first name is compared. */
function simplified(text: string): string {
  const convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}

/**
 * What is equal for names that are the same however they were typed: width, case, spaces, simplified or traditional
 * characters, and which dot stands between the parts of a name do not make another one.
 */
export const nameKey = (name: string): string =>
  simplified(
    cleanName(name)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·•・‧∙⋅.。．'’‘`]/g, ''),
  );

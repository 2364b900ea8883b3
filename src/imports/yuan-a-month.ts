import { hundredthsOf } from '../input/numbers.js';

/** A rent as a cell states it, 1,200 元/月, in fen a month; null where it is none. */
export const yuanAMonth = (text: string): number | null =>
  hundredthsOf(text.replace(/\s*[/／每]\s*(月|month)$/i, ''), 'yuan');

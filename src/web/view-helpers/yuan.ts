import type { HelperOptions } from 'handlebars';
import { yuan as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{yuan 123450}}`: whole fen as yuan. */
export function yuan(fen: unknown, options: HelperOptions): string {
  if (!Number.isSafeInteger(fen)) throw new Error(`no whole fen: ${fen}`);
  return format(fen as number, dataOf(options).lang);
}

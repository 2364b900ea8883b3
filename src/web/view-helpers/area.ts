import type { HelperOptions } from 'handlebars';
import { area as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{area 12050}}`: whole hundredths of a square metre as square metres. */
export function area(hundredths: unknown, options: HelperOptions): string {
  if (!Number.isSafeInteger(hundredths)) throw new Error(`no whole hundredths: ${hundredths}`);
  return format(hundredths as number, dataOf(options).lang);
}

import type { HelperOptions } from 'handlebars';
import { number as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{number 3423}}`: 3,423 */
export function number(value: unknown, options: HelperOptions): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`no number: ${value}`);
  return format(value, dataOf(options).lang);
}

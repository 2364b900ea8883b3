import type { HelperOptions } from 'handlebars';
import { isMonth } from '../../calendar/days.js';
import { month as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{month '2025-01'}}` */
export function month(value: unknown, options: HelperOptions): string {
  if (typeof value !== 'string' || !isMonth(value)) throw new Error(`no month: ${value}`);
  return format(value, dataOf(options).lang);
}

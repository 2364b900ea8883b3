import type { HelperOptions } from 'handlebars';
import { isDay } from '../../calendar/days.js';
import { day as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{day '2025-01-21'}}` */
export function day(value: unknown, options: HelperOptions): string {
  if (typeof value !== 'string' || !isDay(value)) throw new Error(`no day: ${value}`);
  return format(value, dataOf(options).lang);
}

import type { HelperOptions } from 'handlebars';
import { time as format } from '../../language/format.js';
import { dataOf } from './data-of.js';

/** `{{time at}}`: a moment, on Zhoushan's clocks. */
export function time(value: unknown, options: HelperOptions): string {
  if (!(value instanceof Date)) throw new Error(`no time: ${value}`);
  return format(value, dataOf(options).lang);
}

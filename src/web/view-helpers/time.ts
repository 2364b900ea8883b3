import { time as format } from '../../language/format.js';

/** `{{time at}}`: a moment, on Zhoushan's clocks. */
export function time(value: unknown): string {
  if (!(value instanceof Date)) throw new Error(`no time: ${value}`);
  return format(value);
}

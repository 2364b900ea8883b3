import { randomUUID } from 'node:crypto';
import type { HelperOptions } from 'handlebars';
import { dataOf } from './data-of.js';

/** A fresh key for one form on one page, by which sending it twice is noticed. */
export function onceKey(options: HelperOptions): string {
  return dataOf(options).onceKey ?? randomUUID();
}

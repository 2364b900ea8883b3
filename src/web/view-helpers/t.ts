import type { HelperOptions } from 'handlebars';
import { isWordKey } from '../../language/say.js';
import { dataOf } from './data-of.js';

/** `{{t 'ventures.count' n=5}}`: words in the language of the request. */
export function t(key: unknown, options: HelperOptions): string {
  if (typeof key !== 'string' || !isWordKey(key)) throw new Error(`no words for ${key}`);
  return dataOf(options).say(key, options.hash);
}

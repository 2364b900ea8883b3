import type { HelperOptions } from 'handlebars';
import { dataOf } from './data-of.js';

/** `{{asset 'site.css'}}`: the address of a static file, different whenever its content is. */
export function asset(name: unknown, options: HelperOptions): string {
  return dataOf(options).assets.urlOf(String(name));
}

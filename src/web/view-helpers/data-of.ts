import type { HelperOptions } from 'handlebars';
import type { ViewData } from '../views.js';

/** What the request gave to the template. */
export function dataOf(options: HelperOptions): ViewData {
  return options.data as ViewData;
}

import { z } from 'zod';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms } from '../standards/register-codes.js';
import { filteredAddress } from '../web/addresses.js';
import { choice, chosenCode, day, optional, searched } from '../web/fields.js';
import { arrangementFields } from '../web/list-columns.js';
import { pageNumber } from '../web/page-number.js';
import { trades, ventureStatuses } from './kinds.js';
import { ventureColumns } from './venture-columns.js';

/** As many as stand on a page. */
const mostChosen = 50;

/** A park's number or a region's code; whether it is one in sight is looked up. */

/** The numbers of ventures that were chosen one by one, dots between: from boxes each stands for itself. */
export const chosenNumbers = z.preprocess(
  (sent) => [sent ?? []].flat().join('.').split('.').filter(Boolean),
  z
    .array(z.string().regex(/^V\d{4}-\d{1,9}$/, 'web.field.choose'))
    .max(mostChosen, 'web.field.choose')
    .transform((numbers) => (numbers.length === 0 ? null : [...new Set(numbers)].join('.'))),
);

/** The list's filter stands in the address. Wrong text is refused: another list, and another file, would pass for the one asked. */
export const VentureFilter = z.object({
  q: searched,
  park: chosenCode,
  region: chosenCode,
  status: optional(choice(ventureStatuses)),
  industry: optional(choice(industries)),
  trade: optional(choice(trades)),
  form: optional(choice(legalForms)),
  category: optional(choice(founderCategories)),
  asOf: optional(day),
  only: chosenNumbers,
  ...arrangementFields(ventureColumns, 'number'),
  page: pageNumber,
});
export type VentureFilter = z.output<typeof VentureFilter>;

/** The address of the list, or of its export, under a filter; what is not chosen is left out. */
export const listAddress = (path: string, filter: Partial<VentureFilter>): string =>
  filteredAddress(path, filter, { sort: 'number', page: 1 });

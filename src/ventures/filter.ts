import { z } from 'zod';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms } from '../standards/register-codes.js';
import { filteredAddress } from '../web/addresses.js';
import { choice, day, optional } from '../web/fields.js';
import { pageNumber } from '../web/page-number.js';
import { ventureStatuses } from './kinds.js';

export const ventureSorts = ['number', 'name', 'arrived', 'headcount'] as const;
export type VentureSort = (typeof ventureSorts)[number];

/** A park's number or a region's code; whether it is one in sight is looked up. */
const code = optional(z.string().regex(/^[\w-]{1,12}$/, 'web.field.choose'));

/** The list's filter stands in the address. Wrong text is refused: another list, and another file, would pass for the one asked. */
export const VentureFilter = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => [...text].slice(0, 60).join(''))
    .default(''),
  park: code,
  region: code,
  status: optional(choice(ventureStatuses)),
  industry: optional(choice(industries)),
  form: optional(choice(legalForms)),
  category: optional(choice(founderCategories)),
  asOf: optional(day),
  sort: optional(choice(ventureSorts)).transform((sort) => sort ?? 'number'),
  order: optional(choice(['up', 'down'])),
  page: pageNumber,
});
export type VentureFilter = z.output<typeof VentureFilter>;

/** Newest and largest first, names from A: what a reader expects without saying more. */
export const isDescending = ({ sort, order }: Pick<VentureFilter, 'sort' | 'order'>): boolean =>
  order === null ? sort !== 'name' : order === 'down';

/** The address of the list, or of its export, under a filter; what is not chosen is left out. */
export const listAddress = (path: string, filter: Partial<VentureFilter>): string =>
  filteredAddress(path, filter, { sort: 'number', page: 1 });

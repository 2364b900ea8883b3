import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { founderCategories } from '../people/categories.js';
import { filteredAddress } from '../web/addresses.js';
import { industries, legalForms, ventureStatuses } from './kinds.js';

export const ventureSorts = ['number', 'name', 'arrived', 'headcount'] as const;
export type VentureSort = (typeof ventureSorts)[number];

const chosen = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options).nullable().catch(null);
/** A park's number or a region's code; whether it is one in sight is looked up. */
const code = z
  .string()
  .regex(/^[\w-]{1,12}$/)
  .nullable()
  .catch(null);

/** The list's filter stands in the address: what cannot be read there counts as not chosen. */
export const VentureFilter = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => [...text].slice(0, 60).join(''))
    .catch(''),
  park: code,
  region: code,
  status: chosen(ventureStatuses),
  industry: chosen(industries),
  form: chosen(legalForms),
  category: chosen(founderCategories),
  asOf: z.string().refine(isDay).nullable().catch(null),
  sort: z.enum(ventureSorts).catch('number'),
  order: z.enum(['up', 'down']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type VentureFilter = z.output<typeof VentureFilter>;

/** Newest and largest first, names from A: what a reader expects without saying more. */
export const isDescending = ({ sort, order }: Pick<VentureFilter, 'sort' | 'order'>): boolean =>
  order === null ? sort !== 'name' : order === 'down';

/** The address of the list, or of its export, under a filter; what is not chosen is left out. */
export const listAddress = (path: string, filter: Partial<VentureFilter>): string =>
  filteredAddress(path, filter, { sort: 'number', page: 1 });

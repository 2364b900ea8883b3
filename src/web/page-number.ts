import { z } from 'zod';
import { optional, wholeNumber } from './fields.js';
import { readQuery } from './read-query.js';

/** The page of a list in its address, counted from 1: the first where none is named. Text that is no page is refused. */
export const pageNumber = optional(wholeNumber(1, 1_000_000)).transform((number) => number ?? 1);

/** Which page of its list an address names. @throws BadRequest where that cannot be read */
export const pageOf = (req: { query: unknown }): number =>
  readQuery(z.object({ page: pageNumber }), req).page;

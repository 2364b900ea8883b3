import { z } from 'zod';
import { filteredAddress } from '../web/addresses.js';
import { choice, chosenCode, day, optional, optionalText } from '../web/fields.js';
import { arrangementFields } from '../web/list-columns.js';
import { pageNumber } from '../web/page-number.js';
import { visitKinds } from './kinds.js';
import { reachColumns } from './reach-columns.js';
import { visitColumns } from './visit-columns.js';

export const visitStates = ['counting', 'cancelled'] as const;

/** What stands in the address of the list. Wrong text is refused: another list would pass for the one asked. */
export const VisitFilter = z
  .object({
    park: chosenCode,
    region: chosenCode,
    kind: optional(choice(visitKinds)),
    from: optional(day),
    to: optional(day),
    /** The day whose regions are meant; the last of the list where none is named. */
    countiesOn: optional(day),
    venture: optionalText(40),
    state: optional(choice(visitStates)),
    ...arrangementFields(visitColumns, 'day'),
    page: pageNumber,
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'history.list.to-before-from',
  });
export type VisitFilter = z.output<typeof VisitFilter>;

/** Residents by whether anybody was there: within the days that the promise counts, too long ago, to be seen again. */
export const reachStates = ['served', 'overdue', 'due'] as const;
export type ReachState = (typeof reachStates)[number];

export const ReachFilter = z.object({
  state: choice(reachStates).default('overdue'),
  park: chosenCode,
  region: chosenCode,
  asOf: optional(day),
  ...arrangementFields(reachColumns, 'last'),
  page: pageNumber,
});
export type ReachFilter = z.output<typeof ReachFilter>;

/** The address of a list, or of its file, under a filter; what is not chosen is left out. */
export const visitsAddress = (
  path: '/visits' | '/visits/reach' | `${'/visits' | '/visits/reach'}.${'csv' | 'xlsx'}`,
  filter: Partial<VisitFilter> | Partial<ReachFilter>,
): string =>
  filteredAddress(
    path,
    filter,
    path.startsWith('/visits/reach')
      ? { page: 1, sort: 'last', state: 'overdue' }
      : { page: 1, sort: 'day' },
  );

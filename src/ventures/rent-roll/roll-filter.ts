import { z } from 'zod';
import { filteredAddress } from '../../web/addresses.js';
import { choice, chosenCode, day, month, optional, searched } from '../../web/fields.js';
import { arrangementFields } from '../../web/list-columns.js';
import { pageNumber } from '../../web/page-number.js';
import { rollColumns } from './roll-columns.js';

/** What a lease is on a day: let, held over (超期占用), or over since earlier in the day's month. */
export const leaseStates = ['let', 'held-over', 'over'] as const;
export type LeaseState = (typeof leaseStates)[number];

/** How the rent of a lease stands: nothing is asked or all is waived, a part of the market rent, or all of it. */
export const reliefKinds = ['agreement', 'decision', 'none', 'unknown'] as const;

/** The roll's filter stands in its address. */
export const RollFilter = z.object({
  q: searched,
  park: chosenCode,
  region: chosenCode,
  state: optional(choice(leaseStates)),
  relief: optional(choice(reliefKinds)),
  /** The month in which the term has its last day. */
  ends: optional(month),
  asOf: optional(day),
  ...arrangementFields(rollColumns, 'space'),
  page: pageNumber,
});
export type RollFilter = z.output<typeof RollFilter>;

export const rollAddress = (path: string, filter: Partial<RollFilter>): string =>
  filteredAddress(path, filter, { sort: 'space', page: 1 });

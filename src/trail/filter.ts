import { z } from 'zod';
import { acts } from '../history/acts.js';
import { filteredAddress } from '../web/addresses.js';
import { chosenCode, day, optional, optionalText, wholeNumber } from '../web/fields.js';
import { kinds } from './verbs.js';

const oneOf = (options: readonly string[]) =>
  optional(z.string().refine((value) => options.includes(value), 'web.field.choose'));
const position = optional(wholeNumber(1, Number.MAX_SAFE_INTEGER));

/** What stands in the address of the history. Wrong text is refused: another list would pass for the one asked. */
export const HistoryFilter = z
  .object({
    kind: oneOf(kinds),
    verb: oneOf(acts),
    park: chosenCode,
    number: optionalText(40),
    who: optionalText(40),
    from: optional(day),
    to: optional(day),
    /** The event that the page goes on after: to older ones, or back to newer ones. */
    before: position,
    after: position,
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'history.list.to-before-from',
  });
export type HistoryFilter = z.output<typeof HistoryFilter>;

/** The address of the list, or of its export, under a filter; what is not chosen is left out. */
export const historyAddress = (path: string, filter: Partial<HistoryFilter>): string =>
  filteredAddress(path, filter);

/** The filter without the place in the list. */
export function chosen({ before: _, after: __, ...filter }: HistoryFilter) {
  return filter;
}

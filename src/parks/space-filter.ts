import { z } from 'zod';
import { day as dayText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { filteredAddress } from '../web/addresses.js';
import { type ChosenField, chosenOf } from '../web/chosen-filters.js';
import { choice, day, optional, searched } from '../web/fields.js';
import { arrangementFields } from '../web/list-columns.js';
import { pageNumber } from '../web/page-number.js';
import { spaceKinds } from './add-spaces.js';
import { spaceColumns } from './space-columns.js';
import { spaceStates } from './space-states.js';

/** A list's place, filter and arrangement stand in the address. */
export const SpaceListFilter = z.object({
  state: optional(choice(spaceStates)),
  q: searched,
  kind: optional(choice(spaceKinds)),
  asOf: optional(day),
  ...arrangementFields(spaceColumns, 'number'),
  page: pageNumber,
});
export type SpaceListFilter = z.output<typeof SpaceListFilter>;

/** The address of the spaces of a park under a filter; what is not chosen is left out. */
export const spacesAddress = (path: string, filter: Partial<SpaceListFilter>): string =>
  filteredAddress(path, filter, { page: 1, sort: 'number' });

/** What spaces are narrowed by, beside the state of their tab, each with the list that it leads to without it. */
export function chosenSpaces(path: string, filter: SpaceListFilter, { say, lang }: Voice) {
  const { q, kind, asOf } = filter;
  const fields: ChosenField<SpaceListFilter>[] = [
    ['q', say('find.again'), q || null],
    ['kind', say('parks.space.kind'), kind && say(`parks.kind.${kind}`)],
    ['asOf', say('components.as-of-day'), asOf && dayText(asOf, lang)],
  ];
  const without = (name: keyof SpaceListFilter) =>
    spacesAddress(path, Object.assign({}, filter, { [name]: null, page: 1 }));
  return chosenOf(fields, without, { say });
}

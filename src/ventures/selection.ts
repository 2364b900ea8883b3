import type { Clock } from '../calendar/days.js';
import { today } from '../calendar/days.js';
import type { VentureFilter } from './filter.js';
import type { Selection } from './list-sql.js';
import { type ParkWithRegion, parkIdsOf } from './park-choices.js';
import { searchWordsOf } from './search-text.js';

/** Words beyond these do not narrow a search any more. */
const mostWords = 6;

/** What a filter means on a day, over the parks that the viewer can filter by; a park out of sight has no ventures. */
export function selectionOf(
  filter: VentureFilter,
  parks: ParkWithRegion[],
  clock: Clock,
): Selection {
  const now = today(clock.now());
  const asOf = filter.asOf ?? now;
  return {
    asOf,
    isPast: asOf < now,
    words: searchWordsOf(filter.q).slice(0, mostWords),
    parkIds: parkIdsOf(filter, parks),
    status: filter.status,
    industry: filter.industry,
    trade: filter.trade,
    only: filter.only?.split('.') ?? null,
    form: filter.form,
    category: filter.category,
  };
}

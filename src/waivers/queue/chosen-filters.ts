import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import { parksToFilterBy } from '../../ventures/park-choices.js';
import { parkName } from '../../ventures/residency-present.js';
import {
  type ChosenField,
  chosenOf,
  nameOf,
  type Option,
  valuesOf,
} from '../../web/chosen-filters.js';
import type { Deps } from '../../web/deps.js';
import { refuseNoChoice } from '../../web/read-query.js';
import { ages, type QueueFilter, queueAddress } from './queue-filter.js';
import type { PolicyNames } from './queue-queries.js';

type Options = Option[];

/** What the queue is narrowed by, in words, each with the queue that it leads to without it. */
export function chosenFilters(
  filter: QueueFilter,
  choices: { policies: Options; parks: Options; ages: Options },
  { say }: Voice,
) {
  const fields: ChosenField<QueueFilter>[] = [
    ['q', say('find.again'), filter.q || null],
    ['policy', say('waivers.review.policy'), nameOf(choices.policies, filter.policy)],
    ['park', say('waivers.review.park'), nameOf(choices.parks, filter.park)],
    ['age', say('waivers.queue.age'), nameOf(choices.ages, filter.age)],
  ];
  const without = (name: keyof QueueFilter) =>
    queueAddress(Object.assign({}, filter, { [name]: null, page: 1 }));
  return chosenOf(fields, without, { say });
}

/** What the queue can be narrowed by. @throws WrongQuery where it is narrowed by something else */
export async function choicesOf(
  { db }: Pick<Deps, 'db'>,
  viewer: Viewer,
  policies: PolicyNames,
  filter: Pick<QueueFilter, 'policy' | 'park'>,
  { say, lang }: Voice,
) {
  const parks = await parksToFilterBy(db, viewer);
  const choices = {
    policies: [...policies.values()].map(({ code, name }) => ({ value: code, label: name[lang] })),
    parks: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    ages: ages.map((value) => ({ value, label: say('waivers.queue.age-text', { n: value }) })),
  };
  refuseNoChoice('policy', filter.policy, valuesOf(choices.policies));
  refuseNoChoice('park', filter.park, valuesOf(choices.parks));
  return choices;
}

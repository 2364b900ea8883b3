import type { Voice } from '../../language/say.js';
import { type QueueFilter, queueAddress } from './queue-filter.js';

type Options = { value: string; label: string }[];

/** What the queue is narrowed by, in words, each with the queue that it leads to without it. */
export function chosenFilters(
  filter: QueueFilter,
  choices: { policies: Options; parks: Options; ages: Options },
  { say }: Voice,
) {
  const nameOf = (options: Options, value: string | null): string | null =>
    value === null ? null : (options.find((option) => option.value === value)?.label ?? value);
  const fields: [name: keyof QueueFilter, label: string, value: string | null][] = [
    ['q', say('find.again'), filter.q || null],
    ['policy', say('waivers.review.policy'), nameOf(choices.policies, filter.policy)],
    ['park', say('waivers.review.park'), nameOf(choices.parks, filter.park)],
    ['age', say('waivers.queue.age'), nameOf(choices.ages, filter.age)],
  ];
  return fields.flatMap(([name, label, value]) =>
    value === null
      ? []
      : {
          text: say('components.chosen-text', { label, value }),
          href: queueAddress(Object.assign({}, filter, { [name]: null, page: 1 })),
        },
  );
}

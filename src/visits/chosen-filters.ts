import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type VisitFilter, visitsAddress } from './filter.js';

type Options = { value: string; label: string }[];

/** What visits are narrowed by, in words, each with the list that it leads to without it. */
export function chosenFilters(
  filter: Omit<VisitFilter, 'page'>,
  choices: { parks: Options; regions: Options; kinds: Options; states: Options },
  { say, lang }: Voice,
) {
  const nameOf = (options: Options, value: string | null): string | null =>
    value === null ? null : (options.find((option) => option.value === value)?.label ?? value);
  const { park, region, kind, from, to, countiesOn, venture, state } = filter;
  const fields: [name: keyof VisitFilter, label: string, value: string | null][] = [
    ['park', say('visits.park'), nameOf(choices.parks, park)],
    ['region', say('visits.region'), nameOf(choices.regions, region)],
    ['kind', say('visits.kind'), nameOf(choices.kinds, kind)],
    ['from', say('visits.from'), from && day(from, lang)],
    ['to', say('visits.to'), to && day(to, lang)],
    ['countiesOn', say('visits.counties-on'), countiesOn && day(countiesOn, lang)],
    ['venture', say('visits.ventures'), venture || null],
    ['state', say('visits.state'), nameOf(choices.states, state)],
  ];
  return fields.flatMap(([name, label, value]) =>
    value === null
      ? []
      : {
          text: say('components.chosen-text', { label, value }),
          href: visitsAddress('/visits', Object.assign({}, filter, { [name]: null })),
        },
  );
}

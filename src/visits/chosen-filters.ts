import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type ChosenField, chosenOf, nameOf, type Option } from '../web/chosen-filters.js';
import { type ReachFilter, type VisitFilter, visitsAddress } from './filter.js';

type Options = Option[];

/** What visits are narrowed by. */
export function chosenFilters(
  filter: Omit<VisitFilter, 'page'>,
  choices: { parks: Options; regions: Options; kinds: Options; states: Options },
  voice: Voice,
) {
  const { say, lang } = voice;
  const { park, region, kind, from, to, countiesOn, venture, state } = filter;
  const fields: ChosenField<VisitFilter>[] = [
    ['park', say('visits.park'), nameOf(choices.parks, park)],
    ['region', say('visits.region'), nameOf(choices.regions, region)],
    ['kind', say('visits.kind'), nameOf(choices.kinds, kind)],
    ['from', say('visits.from'), from && day(from, lang)],
    ['to', say('visits.to'), to && day(to, lang)],
    ['countiesOn', say('visits.counties-on'), countiesOn && day(countiesOn, lang)],
    ['venture', say('visits.ventures'), venture || null],
    ['state', say('visits.state'), nameOf(choices.states, state)],
  ];
  const without = (name: keyof VisitFilter) =>
    visitsAddress('/visits', Object.assign({}, filter, { [name]: null }));
  return chosenOf(fields, without, voice);
}

/** What the residents are narrowed by, beside the state of their tab. */
export function chosenReach(
  filter: Omit<ReachFilter, 'page'>,
  choices: { parks: Options; regions: Options },
  voice: Voice,
) {
  const { say, lang } = voice;
  const fields: ChosenField<ReachFilter>[] = [
    ['park', say('visits.park'), nameOf(choices.parks, filter.park)],
    ['region', say('visits.region'), nameOf(choices.regions, filter.region)],
    ['asOf', say('history.field.as-of'), filter.asOf && day(filter.asOf, lang)],
  ];
  const without = (name: keyof ReachFilter) =>
    visitsAddress('/visits/reach', Object.assign({}, filter, { [name]: null }));
  return chosenOf(fields, without, voice);
}

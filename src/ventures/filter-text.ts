import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { listAddress, type VentureFilter } from './filter.js';

type Chosen = { name: keyof VentureFilter; label: string; value: string };

/** What was chosen in the list, by the labels of its fields. */
function chosenIn(filter: VentureFilter, { say, lang }: Voice): Chosen[] {
  const { q, park, region, status, industry, trade, form, category, asOf, only } = filter;
  const fields: [name: Chosen['name'], label: string, value: string | null][] = [
    ['q', say('ventures.list.search'), q || null],
    ['park', say('ventures.field.park'), park],
    ['region', say('ventures.field.region'), region],
    ['status', say('ventures.field.status'), status && say(`ventures.status.${status}`)],
    ['industry', say('ventures.field.industry'), industry && say(`ventures.industry.${industry}`)],
    ['trade', say('ventures.field.trade'), trade && say(`ventures.trade.${trade}`)],
    ['form', say('ventures.field.form'), form && say(`ventures.form.${form}`)],
    ['category', say('ventures.field.category'), category && say(`ventures.category.${category}`)],
    ['asOf', say('history.field.as-of'), asOf && day(asOf, lang)],
    [
      'only',
      say('ventures.list.only'),
      only && say('ventures.list.only-n', { n: only.split('.').length }),
    ],
  ];
  return fields.flatMap(([name, label, value]) => (value === null ? [] : [{ name, label, value }]));
}

/** The same as one text; blank where nothing was chosen. */
export const filterText = (filter: VentureFilter, voice: Voice): string =>
  chosenIn(filter, voice)
    .map(({ label, value }) => `${label} ${value}`)
    .join(voice.lang === 'zh' ? '，' : ', ');

/**
 * What was chosen, each with the list that it leads to without it.
 * @param names of parks and regions by their codes
 */
export const chosenFilters = (filter: VentureFilter, names: Map<string, string>, voice: Voice) =>
  chosenIn(filter, voice).map(({ name, label, value }) => ({
    text: voice.say('components.chosen-text', {
      label: name === 'q' ? voice.say('find.again') : label,
      value: name === 'park' || name === 'region' ? (names.get(value) ?? value) : value,
    }),
    href: listAddress('/ventures', Object.assign({}, filter, { [name]: null, page: 1 })),
  }));

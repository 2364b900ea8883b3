import { day } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { VentureFilter } from './filter.js';

/** What was chosen in the list, by the labels of its fields; blank where nothing was. */
export function filterText(filter: VentureFilter, { say, lang }: { say: Say; lang: Lang }): string {
  const { q, park, region, status, industry, form, category, asOf } = filter;
  const chosen: [label: string, value: string | null][] = [
    [say('ventures.list.search'), q || null],
    [say('ventures.field.park'), park],
    [say('ventures.field.region'), region],
    [say('ventures.field.status'), status && say(`ventures.status.${status}`)],
    [say('ventures.field.industry'), industry && say(`ventures.industry.${industry}`)],
    [say('ventures.field.form'), form && say(`ventures.form.${form}`)],
    [say('ventures.field.category'), category && say(`ventures.category.${category}`)],
    [say('history.field.as-of'), asOf && day(asOf, lang)],
  ];
  return chosen
    .flatMap(([label, value]) => (value === null ? [] : [`${label} ${value}`]))
    .join(lang === 'zh' ? '，' : ', ');
}

import type { Day } from '../calendar/days.js';
import { day, number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { founderCategories } from '../people/categories.js';
import {
  type Industry,
  industries,
  type LegalForm,
  legalForms,
} from '../standards/register-codes.js';
import { isDescending, listAddress, type VentureFilter, type VentureSort } from './filter.js';
import { type VentureStatus, ventureStatuses } from './kinds.js';
import type { VentureLine } from './list-ventures.js';
import type { ParkWithRegion } from './park-choices.js';
import { parkName, ventureHref } from './residency-present.js';

type Option = { value: string; label: string };
const tones: Record<VentureStatus, string | null> = {
  settled: 'sea',
  unsettled: 'heed',
  ended: null,
};

/** Where a venture stands as of a day, from its residencies begun by then, newest first. */
export function statusOn(line: Pick<VentureLine, 'residencies'>, asOf: Day): VentureStatus {
  const stay = line.residencies[0];
  if (!stay) return 'unsettled';
  return stay.endedOn === null || stay.endedOn > asOf ? 'settled' : 'ended';
}

export const statusTag = (status: VentureStatus, say: Say) => ({
  label: say(`ventures.status.${status}`),
  tone: tones[status],
});

/** A line of the list, in words. */
export function presentLine(
  line: VentureLine,
  asOf: Day,
  parks: Map<number, ParkWithRegion>,
  { say, lang }: Voice,
) {
  const stay = line.residencies[0];
  const status = statusOn(line, asOf);
  const park = parks.get(stay?.parkId ?? line.loggedParkId);
  if (!park) throw new Error(`there is no park of ${line.number}`);
  return {
    href: ventureHref(line),
    number: line.number,
    name: line.name,
    founders: line.founders.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '),
    park: parkName(park, lang),
    region: parkName(park.region, lang),
    status: statusTag(status, say),
    form: say(`ventures.form.${line.legalForm as LegalForm}`),
    industry: say(`ventures.industry.${line.industry as Industry}`),
    arrived: stay ? day(stay.beganOn, lang) : '',
    headcount: status === 'settled' && line.headcount !== null ? number(line.headcount, lang) : '',
  };
}

/** The heads that sort the list: each leads to its order, the present one to the other way round. */
export function sortHeads(filter: VentureFilter, say: Say) {
  const { sort, order: _, page: __, ...rest } = filter;
  const head = (by: VentureSort, label: string) => {
    const isHere = sort === by;
    const down = isDescending(filter);
    return {
      label,
      href: listAddress('/ventures', {
        ...rest,
        sort: by,
        order: isHere ? (down ? 'up' : 'down') : null,
      }),
      order: isHere ? (down ? 'descending' : 'ascending') : 'none',
    };
  };
  return {
    number: head('number', say('ventures.field.number')),
    name: head('name', say('ventures.field.name')),
    arrived: head('arrived', say('ventures.field.arrived')),
    headcount: head('headcount', say('ventures.field.headcount')),
  };
}

/** What the filter's choices are; regions are those of the parks in sight, and their counties. */
export function filterChoices(parks: ParkWithRegion[], { say, lang }: Voice) {
  const regions = new Map(
    parks
      .flatMap(({ region }) => [
        region,
        ...(region.parent?.kind === 'county' ? [region.parent] : []),
      ])
      .map((region) => [region.code, region]),
  );
  return {
    parks: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    regions: [...regions.values()]
      .sort((a, b) => a.sequence - b.sequence)
      .map((region) => ({ value: region.code, label: parkName(region, lang) })),
    statuses: options(ventureStatuses, (status) => say(`ventures.status.${status}`)),
    ...kindOptions(say),
  };
}

export const kindOptions = (say: Say) => ({
  forms: options(legalForms, (form) => say(`ventures.form.${form}`)),
  industries: options(industries, (code) => `${code} ${say(`ventures.industry.${code}`)}`),
  categories: options(founderCategories, (one) => say(`ventures.category.${one}`)),
});

function options<T extends string>(values: readonly T[], label: (value: T) => string): Option[] {
  return values.map((value) => ({ value, label: label(value) }));
}

import type { Day } from '../calendar/days.js';
import { day, number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import {
  type Industry,
  industries,
  type LegalForm,
  legalForms,
} from '../standards/register-codes.js';
import type { Cells } from '../web/list-table.js';
import { type Trade, trades, type VentureStatus, ventureStatuses } from './kinds.js';
import type { VentureLine } from './list-ventures.js';
import type { ParkWithRegion } from './park-choices.js';
import { parkName, ventureHref } from './residency-present.js';
import type { ventureColumns } from './venture-columns.js';

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

/** A line of the list, in words. @param showsPhone whether the viewer calls the venture */
export function presentLine(
  line: VentureLine,
  {
    asOf,
    parks,
    showsPhone,
  }: { asOf: Day; parks: Map<number, ParkWithRegion>; showsPhone: boolean },
  { say, lang }: Voice,
): Cells<typeof ventureColumns> {
  const stay = line.residencies[0];
  const status = statusOn(line, asOf);
  const park = parks.get(stay?.parkId ?? line.loggedParkId);
  if (!park) throw new Error(`there is no park of ${line.number}`);
  const comma = lang === 'zh' ? '、' : ', ';
  const dayOr = (on: Day | null | undefined) => (on ? day(on, lang) : null);
  return {
    name: { text: line.name, href: ventureHref(line) },
    number: line.number,
    park: parkName(park, lang),
    region: parkName(park.region, lang),
    status: { tag: statusTag(status, say) },
    form: say(`ventures.form.${line.legalForm as LegalForm}`),
    industry: say(`ventures.industry.${line.industry as Industry}`),
    trade: line.trade && say(`ventures.trade.${line.trade as Trade}`),
    founders: line.founders.map(({ name }) => name).join(comma),
    category: categoriesOf(line, asOf)
      .map((category) => say(`ventures.category.${category}`))
      .join(comma),
    code: line.creditCode,
    registered: dayOr(line.registeredOn),
    phone: showsPhone ? line.phone : null,
    arrived: dayOr(stay?.beganOn),
    left: dayOr(status === 'ended' ? stay?.endedOn : null),
    headcount:
      status === 'settled' && line.headcount !== null ? number(line.headcount, lang) : null,
  };
}

/** The categories that founders of a venture hold on a day, each once. */
export function categoriesOf(line: Pick<VentureLine, 'founders'>, asOf: Day): FounderCategory[] {
  const held = line.founders
    .flatMap(({ categories }) => categories)
    .filter((one) => one.beganOn <= asOf && (one.endedOn === null || one.endedOn > asOf))
    .map((one) => one.category as FounderCategory);
  return [...new Set(held)];
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
  trades: options(trades, (trade) => say(`ventures.trade.${trade}`)),
  categories: options(founderCategories, (one) => say(`ventures.category.${one}`)),
});

function options<T extends string>(values: readonly T[], label: (value: T) => string): Option[] {
  return values.map((value) => ({ value, label: label(value) }));
}

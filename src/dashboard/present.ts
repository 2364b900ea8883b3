import { type Day, endOfMonth } from '../calendar/days.js';
import { month, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { amountText } from '../ledger/amounts.js';
import { countyOf } from '../ledger/counties.js';
import type { Coverage } from '../ledger/coverage.js';
import { type TotalsAddress, totalsAddress } from '../ledger/forms.js';
import { figure } from '../ledger/present.js';
import { type Premises, sumPremises } from '../parks/premises.js';
import { byState, type SpaceState } from '../parks/space-states.js';
import type { DashboardPark, Moment, RegionName, Totals } from './queries.js';

/** A number that leads to its records. */
export type Linked = { text: string; href: string };

/** Where the viewer publishes a number, or null. */
export type Publish = (address: TotalsAddress) => string | null;

export type Figures = { parks: DashboardPark[]; totals: Totals; premises: Premises | null };

/** Links numbers of one scope, all read as of one moment or of a day before it, and over the parks of that moment. */
export function linker(scope: string, at: Moment, lang: Voice['lang']) {
  return (
    value: number,
    more: Omit<TotalsAddress, 'scope' | 'asOf' | 'position'> & { asOf?: Day },
  ): Linked => ({
    text: amountText(more.measure, value, lang),
    href: totalsAddress({ ...at, scope, countiesOn: at.asOf, ...more }),
  });
}

/** The three numbers, each with its records. */
export function presentFigures(
  scope: string,
  { parks, totals }: Figures,
  { at, voice, publish }: { at: Moment; voice: Voice; publish: Publish },
) {
  const ids = parks.map(({ id }) => id);
  return (['parks', 'ventures', 'jobs'] as const).map((measure) => {
    const address = { measure, scope, ...at };
    return figure(address, totals.levels.sum(measure, ids), voice, publish(address));
  });
}

/** The returns of a month: what was due is the ventures at its end. */
export function returnsCells(scope: string, coverage: Coverage, at: Moment, lang: Voice['lang']) {
  const asOf = endOfMonth(coverage.month);
  const link = linker(scope, at, lang);
  return {
    filed: link(coverage.filed, { measure: 'returns', month: coverage.month }),
    owed: link(coverage.carried, { measure: 'owed', month: coverage.month }),
    due: link(coverage.due, { measure: 'ventures', asOf }),
  };
}

function tableRow(
  scope: string,
  parks: DashboardPark[],
  figures: Figures,
  at: Moment,
  voice: Voice,
) {
  const { totals, premises } = figures;
  const ids = parks.map(({ id }) => id);
  const link = linker(scope, at, voice.lang);
  const own = premises?.villages.filter(({ parkId }) => ids.includes(parkId)) ?? [];
  const { states } = sumPremises(own);
  const [only] = parks;
  const spaces = (state: SpaceState) => ({
    text: number(states[state], voice.lang),
    href:
      only && parks.length === 1
        ? `/parks/${only.number}/spaces?state=${state}&asOf=${at.asOf}`
        : null,
  });
  return {
    ventures: link(totals.levels.sum('ventures', ids), { measure: 'ventures' }),
    jobs: link(totals.levels.sum('jobs', ids), { measure: 'jobs' }),
    ...returnsCells(scope, totals.coverage.sum(ids), at, voice.lang),
    spaces: byState(spaces),
  };
}

/** The parks under their counties, and the sum of all. A manager sees parks of a county, but not all of it. */
export function presentTable(
  scope: string,
  figures: Figures,
  at: Moment,
  voice: Voice,
  counties: RegionName[] | null,
) {
  const ofParks = (parks: DashboardPark[]) =>
    parks.map((park) => ({
      name: voice.lang === 'zh' ? park.nameZh : park.nameEn,
      number: park.number,
      href: `/parks/${park.number}?asOf=${at.asOf}`,
      cells: tableRow(`park:${park.number}`, [park], figures, at, voice),
    }));
  const groups = counties
    ? counties.flatMap(({ code, nameZh, nameEn }) => {
        const own = figures.parks.filter((park) => countyOf(park.region) === code);
        if (own.length === 0) return [];
        const region = `region:${code}`;
        const parks = voice.say('dashboard.table.region-parks', { count: own.length });
        return {
          head: {
            name: voice.lang === 'zh' ? nameZh : nameEn,
            parks: { text: parks, href: totalsAddress({ measure: 'parks', scope: region, ...at }) },
            cells: tableRow(region, own, figures, at, voice),
          },
          rows: ofParks(own),
        };
      })
    : [{ head: null, rows: ofParks(figures.parks) }];
  const month = shortMonth(figures.totals.coverage.month, voice);
  return {
    groups,
    hasRegions: counties !== null,
    hasSpaces: figures.premises !== null,
    total: figures.parks.length > 1 ? tableRow(scope, figures.parks, figures, at, voice) : null,
    filedHead: voice.say('dashboard.table.filed', { month }),
  };
}

const shortMonth = (value: string, { lang }: Voice): string =>
  lang === 'zh' ? month(value, lang) : value;

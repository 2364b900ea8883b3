import { endOfMonth, monthOf } from '../calendar/days.js';
import { month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { countyOf } from '../ledger/counties.js';
import { totalsAddress } from '../ledger/forms.js';
import type { Listed } from '../ledger/measures.js';
import { figure } from '../ledger/present.js';
import {
  isUnknown,
  type RentCoverage,
  rentCoverageText,
  sumRentCoverage,
} from '../ledger/rent-coverage.js';
import type { TrendPoint } from '../ledger/trend.js';
import { type Figures, type Linked, linker, type Publish } from './present.js';
import { type ChartAddress, chartImages } from './present-panels.js';
import type { DashboardPark, Moment, RegionName } from './queries.js';

/** Who pays no rent; what leases forgo, what decisions waive, and both together. */
const shown = ['rent-free', 'rent-forgone', 'waived-rent', 'rent-relief'] as const;
/** How many months the table shows; the chart has them all. */
const monthsShown = 12;

type Rents = Map<number, RentCoverage> | null;
type Around = {
  at: Moment;
  chart: ChartAddress;
  voice: Voice;
  publish: Publish;
  /** The counties, where the viewer sees whole ones. */
  counties: RegionName[] | null;
  rents: Rents;
};
/** A number, or that it is not known. */
type Cell = { text: string; href: string | null };

/** 不收租金: what was not paid to the day, by region and park and by month; every amount leads to its records. */
export function presentRent(scope: string, figures: Figures, around: Around) {
  const { parks, totals } = figures;
  const { at, chart, voice, publish, rents } = around;
  const ids = parks.map(({ id }) => id);
  const cards = shown.map((measure) => {
    const address = { measure, scope, ...at };
    return figure(address, totals.levels.sum(measure, ids), voice, publish(address));
  });
  const trend = totals.trends['rent-relief'];
  return {
    figures: cards,
    coverage: rents && rentCoverageText(sumRentCoverage(rents, ids), voice),
    chart: trend.length > 0 ? trendChart(trend, chart, voice) : null,
    heads: shown.map((measure) => voice.say(`dashboard.rent.head.${measure}`)),
    rows: placeRows(figures, around),
    total: cellsOf(scope, parks, figures, around),
    months: monthRows(scope, figures, at, voice),
  };
}

/** A row a county with its parks below it, or the parks alone. */
function placeRows(figures: Figures, around: Around) {
  const { counties, voice } = around;
  const nameOf = (names: { nameZh: string; nameEn: string }) =>
    voice.lang === 'zh' ? names.nameZh : names.nameEn;
  const parkRow = (park: DashboardPark) => ({
    name: nameOf(park),
    isRegion: false,
    cells: cellsOf(`park:${park.number}`, [park], figures, around),
  });
  if (counties === null) return figures.parks.map(parkRow);
  return counties.flatMap((county) => {
    const own = figures.parks.filter((park) => countyOf(park.region) === county.code);
    if (own.length === 0) return [];
    const cells = cellsOf(`region:${county.code}`, own, figures, around);
    return [{ name: nameOf(county), isRegion: true, cells }, ...own.map(parkRow)];
  });
}

/** The four numbers of some parks: where no market rent is known, what is forgone is not nil but unknown. */
function cellsOf(
  scope: string,
  parks: DashboardPark[],
  { totals }: Figures,
  { at, voice, rents }: Around,
): Cell[] {
  const ids = parks.map(({ id }) => id);
  const link = linker(scope, at, voice.lang);
  const unknown = rents !== null && isUnknown(sumRentCoverage(rents, ids));
  return shown.map((measure) => {
    const value = totals.levels.sum(measure, ids);
    const isMissing = unknown && value === 0 && measure === 'rent-forgone';
    return isMissing
      ? { text: voice.say('parks.space.rent-unknown'), href: null }
      : link(value, { measure });
  });
}

/** The month that is not over yet, up to the day. */
function running(trend: TrendPoint[], level: number, { asOf }: Moment): TrendPoint[] {
  const last = trend.at(-1);
  const isWhole = endOfMonth(monthOf(asOf)) === asOf;
  if (isWhole || (last === undefined && level === 0)) return [];
  return [{ month: monthOf(asOf), asOf, level, change: level - (last?.level ?? 0) }];
}

/** The newest first: what each month added of either kind, and the sum of both at its end. */
function monthRows(scope: string, { parks, totals }: Figures, at: Moment, { lang }: Voice) {
  const ids = parks.map(({ id }) => id);
  const pointsOf = (measure: 'rent-relief' | 'waived-rent') => {
    const trend = totals.trends[measure];
    return [...trend, ...running(trend, totals.levels.sum(measure, ids), at)];
  };
  const waivedIn = new Map(pointsOf('waived-rent').map((point) => [point.month, point.change]));
  const link = (measure: Listed, fen: number, asOf: string, of?: string): Linked => ({
    text: yuan(fen, lang),
    href: totalsAddress({
      measure,
      scope,
      asOf,
      position: at.position,
      month: of,
      countiesOn: at.asOf,
    }),
  });
  return pointsOf('rent-relief')
    .slice(-monthsShown)
    .reverse()
    .map(({ month: name, asOf, change, level }) => {
      const waived = waivedIn.get(name) ?? 0;
      return {
        month: month(name, lang),
        cells: [
          link('rent-forgone', change - waived, asOf, name),
          link('waived-rent', waived, asOf, name),
          link('rent-relief', change, asOf, name),
          link('rent-relief', level, asOf),
        ],
      };
    });
}

function trendChart(trend: TrendPoint[], chart: ChartAddress, { say, lang }: Voice) {
  const title = say('dashboard.rent.trend');
  const [first, last] = [trend[0], trend.at(-1)] as [TrendPoint, TrendPoint];
  return {
    title,
    alt: say('dashboard.trend.alt', {
      title,
      from: yuan(first.level, lang),
      to: yuan(last.level, lang),
      first: month(first.month, lang),
      last: month(last.month, lang),
    }),
    ...chartImages('/charts/trend.svg', chart, { measure: 'rent-relief' }),
  };
}

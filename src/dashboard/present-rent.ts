import { endOfMonth, monthOf } from '../calendar/days.js';
import { month, yuan } from '../language/format.js';
import { totalsAddress } from '../ledger/forms.js';
import { figure, type Voice } from '../ledger/present.js';
import type { TrendPoint } from '../ledger/trend.js';
import { type Figures, type Linked, linker, type Publish } from './present.js';
import { type ChartAddress, chartImages } from './present-panels.js';
import type { Moment } from './queries.js';

const measure = 'waived-rent';
/** How many months the table shows; the chart has them all. */
const monthsShown = 12;

/** 免租: what was waived to the day, by park and by month; every amount leads to its waivers. */
export function presentRent(
  scope: string,
  { parks, totals }: Figures,
  {
    at,
    chart,
    voice,
    publish,
  }: { at: Moment; chart: ChartAddress; voice: Voice; publish: Publish },
) {
  const ids = parks.map(({ id }) => id);
  const sum = totals.levels.sum(measure, ids);
  const address = { measure, scope, ...at } as const;
  const trend = totals.trends[measure];
  return {
    figures: [figure(address, sum, voice, publish(address))],
    chart: trend.length > 0 ? trendChart(trend, chart, voice) : null,
    parks: parks.map((park) => ({
      name: voice.lang === 'zh' ? park.nameZh : park.nameEn,
      waived: linker(
        `park:${park.number}`,
        at,
        voice.lang,
      )(totals.levels.of(measure, park.id), {
        measure,
      }),
    })),
    total: linker(scope, at, voice.lang)(sum, { measure }),
    months: monthRows(scope, [...trend, ...running(trend, sum, at)], at, voice),
  };
}

/** The month that is not over yet, up to the day. */
function running(trend: TrendPoint[], level: number, { asOf }: Moment): TrendPoint[] {
  const last = trend.at(-1);
  const isWhole = endOfMonth(monthOf(asOf)) === asOf;
  if (isWhole || (last === undefined && level === 0)) return [];
  return [{ month: monthOf(asOf), asOf, level, change: level - (last?.level ?? 0) }];
}

/** The newest first: what each month added, and the sum at its end. */
function monthRows(scope: string, points: TrendPoint[], { position }: Moment, voice: Voice) {
  const { lang } = voice;
  const link = (fen: number, asOf: string, of?: string): Linked => ({
    text: yuan(fen, lang),
    href: totalsAddress({ measure, scope, asOf, position, month: of }),
  });
  return points
    .slice(-monthsShown)
    .reverse()
    .map((point) => ({
      month: point.month,
      added: link(point.change, point.asOf, point.month),
      total: link(point.level, point.asOf),
    }));
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
    ...chartImages('/charts/trend.svg', chart, { measure }),
  };
}

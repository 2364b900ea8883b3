import { barChartSize } from '../charts/bar-chart.js';
import { chartFiles } from '../charts/chart-files.js';
import { chartSizes } from '../charts/draw.js';
import { month } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Share } from '../ledger/breakdown.js';
import { kindName } from '../ledger/present.js';
import type { Kind } from '../ledger/record-list.js';
import type { TrendPoint } from '../ledger/trend.js';
import { islandName } from '../parks/place-names.js';
import { countVillages, type Premises } from '../parks/premises.js';
import { stateCells } from '../parks/present.js';
import type { Panels } from './panels.js';
import { linker, returnsCells } from './present.js';
import type { Moment, Totals } from './queries.js';

/** Which chart: all of it stands in its address, and the state of the data too, so that it can be kept. */
export type ChartAddress = { scope: string; state: string; hasPng: boolean } & Moment;

function chartAddress(
  path: string,
  { asOf, position, scope, state }: ChartAddress,
  more: Record<string, string>,
): string {
  const query = new URLSearchParams({ scope, asOf, ...more, state });
  if (position !== undefined) query.set('position', String(position));
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}

/** A chart for wide screens, for half of one and for phones, and as a file to take away. */
export function chartImages(path: string, chart: ChartAddress, more: Record<string, string>) {
  const wide = chartAddress(path, chart, more);
  return {
    wide,
    half: chartAddress(path, chart, { ...more, shape: 'half' }),
    narrow: chartAddress(path, chart, { ...more, shape: 'narrow' }),
    files: chartFiles(wide, chart.hasPng),
  };
}

/** The two trends, and their months in one table, newest first. */
export function presentTrends({ trends }: Totals, chart: ChartAddress, voice: Voice) {
  const { say, lang } = voice;
  const link = (measure: 'ventures' | 'jobs', { asOf, level }: TrendPoint) =>
    linker(chart.scope, { asOf, position: chart.position }, lang)(level, { measure });
  const rows = trends.ventures.map((point) => ({
    month: month(point.month, lang),
    ventures: link('ventures', point),
    jobs: link('jobs', trends.jobs.find(({ month }) => month === point.month) ?? none(point)),
  }));
  const charts = (['jobs', 'ventures'] as const).map((measure) => {
    const title = say(`dashboard.trend.${measure}`);
    return {
      title,
      alt: trendAlt(title, trends[measure], voice),
      ...chartImages('/charts/trend.svg', chart, { measure }),
    };
  });
  return { charts, rows: rows.reverse() };
}

/** Ventures came first: there were no jobs yet. */
const none = (point: TrendPoint): TrendPoint => ({ ...point, level: 0, change: 0 });

function trendAlt(title: string, points: TrendPoint[], { say, lang }: Voice): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return say('dashboard.trend.alt-none', { title });
  return say('dashboard.trend.alt', {
    title,
    from: first.level,
    to: last.level,
    first: month(first.month, lang),
    last: month(last.month, lang),
  });
}

/** 园区无围墙: premises, as one list of facts. */
export function presentWalls(premises: Premises | null, { say, lang }: Voice) {
  if (premises === null) return null;
  const { total, states, islands, villages } = premises;
  const places = (n: number) => say('dashboard.walls.places', { n });
  const names = islands.map((island) => islandName(island, lang)).join(lang === 'zh' ? '、' : ', ');
  return [
    { label: say('dashboard.walls.spaces'), value: places(total) },
    ...stateCells(states, say).map(({ label, n }) => ({ label, value: places(n) })),
    {
      label: say('dashboard.walls.villages'),
      value: say('dashboard.walls.villages-n', { n: countVillages(villages) }),
    },
    {
      label: say('dashboard.walls.islands'),
      value:
        islands.length > 0 ? say('dashboard.walls.islands-n', { n: islands.length, names }) : '0',
    },
  ];
}

/** 项目无边界: ventures by legal form, industry and founders' category. */
export function presentBounds({ shares }: Panels, chart: ChartAddress, voice: Voice) {
  const { say, lang } = voice;
  const of = (by: Kind['by']) => shares.filter((share) => share.by === by);
  const rows = (by: Kind['by']) => of(by).map((share) => presentShare(share, chart, voice));
  const title = say('dashboard.bounds.industry');
  const [most] = of('industry');
  return {
    forms: rows('form'),
    categories: rows('category'),
    industries: rows('industry'),
    chart: most && {
      title,
      alt: say('dashboard.bounds.industry-alt', {
        title,
        name: kindName(most, say),
        n: most.amount,
      }),
      ...chartImages('/charts/industries.svg', chart, { lang }),
      narrowWidth: chartSizes.narrow.width,
      narrowHeight: barChartSize(of('industry').length, chartSizes.narrow.width).height,
      ...barChartSize(of('industry').length, chartSizes.wide.width),
    },
  };
}

function presentShare(
  { amount, ...kind }: Share,
  { scope, asOf, position }: ChartAddress,
  voice: Voice,
) {
  const link = linker(scope, { asOf, position }, voice.lang);
  return { name: kindName(kind, voice.say), ventures: link(amount, { measure: 'ventures', kind }) };
}

/** 服务无盲区: the returns of the last months, and who owes one. */
export function presentService({ months }: Totals, scope: string, at: Moment, { lang }: Voice) {
  return months.map(({ month: name, coverage }) => ({
    month: month(name, lang),
    ...returnsCells(scope, coverage, at, lang),
  }));
}

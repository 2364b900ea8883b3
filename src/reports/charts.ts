import { addDays, endOfMonth, monthOf, monthsBetween } from '../calendar/days.js';
import { barChart, barChartSize } from '../charts/bar-chart.js';
import { type ChartSize, chartSizes } from '../charts/draw.js';
import type { Reads } from '../database/database.js';
import { area, month, number } from '../language/format.js';
import { trendOf } from '../ledger/trend.js';
import { occupancyOn } from '../parks/occupancy.js';
import { islandName } from '../parks/place-names.js';
import { measureKey } from './columns.js';
import {
  type Flow,
  flowChart,
  flowSize,
  partsChart,
  partsSize,
  type ReportShape,
  trendChart,
  trendSize,
} from './draw-charts.js';
import { islandChart, islandSize } from './island-chart.js';
import type { ReportContext } from './report-context.js';

export const chartKeys = ['trend', 'parks', 'flow', 'premises', 'occupancy', 'islands'] as const;
export type ChartKey = (typeof chartKeys)[number];

/** A chart with the table of the same numbers; drawn only when its image is asked for. */
export type ReportChart = {
  heads: string[];
  rows: string[][];
  sizeOf: (shape: ReportShape) => ChartSize;
  draw: (shape: ReportShape) => Promise<string>;
};

export const reportChart = (context: ReportContext, key: ChartKey): Promise<ReportChart> =>
  ({ trend, parks, flow, premises, occupancy, islands })[key](context);

async function trend(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const { reads, scope, period, position } = context.asked;
  const query = { measure: 'jobs', parkIds: scope.parkIds, asOf: period.asOf, position } as const;
  const points = (await trendOf(reads, query)).map(({ month, level }) => ({
    label: month,
    value: level,
  }));
  const published = (await publishedOf(reads, scope.text)).filter(({ label }) =>
    points.some((point) => point.label === label),
  );
  const said = new Map(published.map(({ label, value }) => [label, value]));
  const names = { level: say('ledger.measure.jobs'), published: say('reports.chart.published') };
  const shown = (value: number | undefined) => (value === undefined ? '' : number(value, lang));
  return {
    heads: [say('reports.column.month'), names.level, names.published],
    rows: points.map(({ label, value }) => [
      month(label, lang),
      shown(value),
      shown(said.get(label)),
    ]),
    sizeOf: trendSize,
    draw: (shape) => trendChart({ points, published, names, lang, shape }),
  };
}

/** What was published of jobs in the scope, as its newest edition says, by the month of its day. */
async function publishedOf(reads: Reads, scope: string) {
  const figures = await reads.publishedFigure.findMany({
    where: { measure: 'jobs', scope },
    include: { editions: { orderBy: { edition: 'desc' }, take: 1 } },
    orderBy: { asOf: 'asc' },
  });
  return figures.flatMap(({ asOf, editions: [newest] }) =>
    newest && newest.kind !== 'withdrawn'
      ? [{ label: asOf.slice(0, 7), value: Number(newest.value) }]
      : [],
  );
}

async function parks(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const [ventures, jobs] = [await context.sums('ventures'), await context.sums('jobs')];
  const bars = context.parks.map((park) => ({
    label: context.parkName(park),
    value: jobs.get(park.id) ?? 0,
  }));
  return {
    heads: [say('reports.column.park'), say('ledger.measure.jobs'), say('ledger.measure.ventures')],
    rows: context.parks.map((park, i) => [
      context.parkName(park),
      number(bars[i]?.value ?? 0, lang),
      number(ventures.get(park.id) ?? 0, lang),
    ]),
    sizeOf: (shape) => barChartSize(bars.length, chartSizes[shape].width),
    draw: (shape) => barChart({ bars, lang, width: chartSizes[shape].width }),
  };
}

async function flow(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const start = addDays(context.period.from, -1);
  const through = say('reports.chart.through');
  const came = async (measure: 'arrived' | 'moved-in'): Promise<Flow> => ({
    from: say(`reports.measure.${measure}`),
    to: through,
    value: await context.sum(measure),
  });
  const went = async (
    measure: 'graduated' | 'closed' | 'removed' | 'moved-out',
  ): Promise<Flow> => ({
    from: through,
    to: say(`reports.measure.${measure}`),
    value: await context.sum(measure),
  });
  const flows: Flow[] = [
    {
      from: say('reports.column.ventures-start'),
      to: through,
      value: await context.sum('ventures', { from: start, asOf: start }),
    },
    await came('arrived'),
    await came('moved-in'),
    { from: through, to: say('reports.column.ventures-end'), value: await context.sum('ventures') },
    await went('graduated'),
    await went('closed'),
    await went('removed'),
    await went('moved-out'),
  ];
  return {
    heads: [say('reports.chart.from'), say('reports.chart.to'), say('ledger.measure.ventures')],
    rows: flows.map(({ from, to, value }) => [from, to, number(value, lang)]),
    sizeOf: flowSize,
    draw: (shape) => flowChart(flows, lang, shape),
  };
}

async function premises(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const shown = ['spaces-let', 'spaces-held-over', 'spaces-free'] as const;
  const sums: Map<number, number>[] = [];
  for (const measure of shown) sums.push(await context.sums(measure));
  const bars = context.parks.map((park) => ({
    label: context.parkName(park),
    parts: sums.map((ofPark) => ofPark.get(park.id) ?? 0),
  }));
  const names = shown.map((measure) => say(measureKey(measure)));
  return {
    heads: [say('reports.column.park'), ...names],
    rows: bars.map(({ label, parts }) => [label, ...parts.map((part) => number(part, lang))]),
    sizeOf: (shape) => partsSize(bars.length, shape),
    draw: (shape) => partsChart(bars, names, { lang, shape }),
  };
}

/** Each month of the period by its last day, or by the day of the report: the spaces in each state, and their area. */
async function occupancy(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const { from, asOf } = context.period;
  const ends = monthsBetween(monthOf(from), monthOf(asOf)).map(endOfMonth);
  const days = ends.map((day) => (day < asOf ? day : asOf));
  const ids = context.parks.map(({ id }) => id);
  const months = await occupancyOn(context.asked.reads, ids, days);
  const shown = ['let', 'held-over', 'free'] as const;
  const names = shown.map((state) => say(measureKey(`spaces-${state}`)));
  const sizes = shown.map((state) => say(`reports.chart.area-${state}`));
  return {
    heads: [say('reports.column.month'), ...names, ...sizes],
    rows: months.map(({ day, states }) => [
      month(monthOf(day), lang),
      ...shown.map((state) => number(states[state].spaces, lang)),
      ...shown.map((state) => area(states[state].area, lang)),
    ]),
    sizeOf: (shape) => partsSize(months.length, shape),
    draw: (shape) =>
      partsChart(
        months.map(({ day, states }) => ({
          label: month(monthOf(day), lang),
          parts: shown.map((state) => states[state].spaces),
        })),
        names,
        { lang, shape },
      ),
  };
}

async function islands(context: ReportContext): Promise<ReportChart> {
  const { say, lang } = context.voice;
  const ventures = await context.sums('ventures');
  const groups = new Map<string, { x: number; y: number; value: number; parks: number }>();
  for (const park of context.parks) {
    const group = groups.get(park.islandZh) ?? { x: 0, y: 0, value: 0, parks: 0 };
    groups.set(park.islandZh, {
      x: group.x + park.mapX,
      y: group.y + park.mapY,
      value: group.value + (ventures.get(park.id) ?? 0),
      parks: group.parks + 1,
    });
  }
  const sums = [...groups].map(([name, { x, y, value, parks: n }]) => ({
    name: islandName(name, lang),
    value,
    x: Math.round(x / n),
    y: Math.round(y / n),
  }));
  return {
    heads: [say('reports.chart.island'), say('ledger.measure.ventures')],
    rows: sums.map(({ name, value }) => [name, number(value, lang)]),
    sizeOf: islandSize,
    draw: async (shape) => islandChart(sums, lang, shape),
  };
}

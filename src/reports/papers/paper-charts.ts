import { barChart } from '../../charts/bar-chart.js';
import { chartSizes } from '../../charts/draw.js';
import { lineChart } from '../../charts/line-chart.js';
import { month, number } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Lang } from '../../language/words.js';
import { trendOf } from '../../ledger/trend.js';
import type { ReportContext } from '../report-context.js';

export const paperChartKeys = ['trend', 'parks'] as const;
export type PaperChartKey = (typeof paperChartKeys)[number];
/** What a chart of a report shows, with what its lines are called: enough to draw it again for ever. */
export type PaperChart =
  | {
      key: 'trend';
      title: string;
      names: { now: string; before: string };
      months: string[];
      now: number[];
      before: (number | null)[];
    }
  | { key: 'parks'; title: string; bars: { label: string; value: number }[] };

/** A year and the one before beside each other, month by month; and the parks, where there are several. */
export async function paperCharts(context: ReportContext): Promise<PaperChart[]> {
  const { voice, period, asked, parks } = context;
  const charts: PaperChart[] = [];
  const query = { measure: 'jobs', parkIds: asked.scope.parkIds, asOf: period.asOf } as const;
  const points = await trendOf(asked.reads, { ...query, position: asked.position });
  const months = points.slice(-monthsOfYear);
  const earlier = points.slice(0, -monthsOfYear);
  if (months.length > 1)
    charts.push({
      key: 'trend',
      title: voice.say('reports.paper.trend'),
      names: {
        now: voice.say('reports.paper.this-year'),
        before: voice.say('reports.paper.last-year'),
      },
      months: months.map(({ month }) => month),
      now: months.map(({ level }) => level),
      before: months.map((_, i) => earlier.at(i - monthsOfYear)?.level ?? null),
    });
  const jobs = await context.sums('jobs');
  if (parks.length > 1)
    charts.push({
      key: 'parks',
      title: voice.say('reports.chart.parks'),
      bars: parks.map((park) => ({ label: context.parkName(park), value: jobs.get(park.id) ?? 0 })),
    });
  return charts;
}

const monthsOfYear = 12;

/** @returns SVG text */
export function drawPaperChart(
  chart: PaperChart,
  lang: Lang,
  shape: 'wide' | 'narrow',
): Promise<string> {
  const size = chartSizes[shape];
  if (chart.key === 'parks') return barChart({ bars: chart.bars, lang, width: size.width });
  const line = (values: (number | null)[]) =>
    chart.months.map((label, i) => ({ label, value: values[i] ?? null }));
  const hasBefore = chart.before.some((value) => value !== null);
  const beside = hasBefore ? { points: line(chart.before), names: chart.names } : undefined;
  return lineChart({ points: line(chart.now), lang, size, beside });
}

/** The same numbers as a table. */
export function tableOfChart(chart: PaperChart, { say, lang }: Voice) {
  const shown = (value: number | null | undefined) => (value == null ? '' : number(value, lang));
  if (chart.key === 'parks')
    return {
      heads: [say('reports.column.park'), say('ledger.measure.jobs')],
      rows: chart.bars.map(({ label, value }) => [label, shown(value)]),
    };
  return {
    heads: [say('reports.column.month'), chart.names.now, chart.names.before],
    rows: chart.months.map((label, i) => [
      month(label, lang),
      shown(chart.now[i]),
      shown(chart.before[i]),
    ]),
  };
}

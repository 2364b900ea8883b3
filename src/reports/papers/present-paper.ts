import { barChartSize } from '../../charts/bar-chart.js';
import { chartFiles, drawsPng } from '../../charts/chart-files.js';
import { chartSizes } from '../../charts/draw.js';
import type { Voice } from '../../language/say.js';
import type { Deps } from '../../web/deps.js';
import { linesOf } from './edited-text.js';
import type { Paper } from './paper.js';
import { type PaperChart, tableOfChart } from './paper-charts.js';
import type { PaperKey } from './paper-text.js';

const queryOf = ({ address }: Paper): string => address.split('?')[1] ?? '';

/** The text and the charts of a report as its page shows them, and where it goes from there. */
export async function presentPaper(deps: Deps, key: PaperKey, paper: Paper, voice: Voice) {
  const query = queryOf(paper);
  return {
    lines: linesOf(paper.paragraphs),
    charts: await presentCharts(
      deps,
      paper,
      voice,
      (chart) => `/reports/${key}/${chart}.svg?${query}`,
    ),
    word: `/reports/${key}/word.docx?${query}`,
    edit: `/reports/papers/new?report=${key}&${query}`,
  };
}

/** @param address of a chart's image as SVG */
export async function presentCharts(
  { config }: Pick<Deps, 'config'>,
  { charts }: Paper,
  voice: Voice,
  address: (chart: PaperChart['key']) => string,
) {
  const hasPng = await drawsPng(config);
  return charts.map((chart) => {
    const src = address(chart.key);
    return {
      key: chart.key,
      title: chart.title,
      src,
      narrow: `${src}${src.includes('?') ? '&' : '?'}shape=narrow`,
      wideSize: sizeOf(chart, 'wide'),
      narrowSize: sizeOf(chart, 'narrow'),
      files: chartFiles(src, hasPng),
      ...tableOfChart(chart, voice),
    };
  });
}

export const sizeOf = (chart: PaperChart, shape: 'wide' | 'narrow') =>
  chart.key === 'parks'
    ? barChartSize(chart.bars.length, chartSizes[shape].width)
    : chartSizes[shape];

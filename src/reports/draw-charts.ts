import { labelFlow } from '../charts/bar-chart.js';
import {
  type ChartSize,
  chartSizes,
  draw,
  ink,
  isNarrow,
  margins,
  typeSize,
} from '../charts/draw.js';
import { axisLabel, everySome, lastLabel, pixelsALabel } from '../charts/line-chart.js';
import { number } from '../language/format.js';
import type { Lang } from '../language/words.js';

export type ReportShape = 'wide' | 'narrow';
const gold = '#a8691a';

const widthOf = (shape: ReportShape): number => chartSizes[shape].width;
export const trendSize = (shape: ReportShape): ChartSize => ({
  width: widthOf(shape),
  height: 320,
});
/** Two lines a name on a phone take more height. */
export const flowSize = (shape: ReportShape): ChartSize => ({
  width: widthOf(shape),
  height: shape === 'narrow' ? 420 : 320,
});
const pixelsABar = (shape: ReportShape): number => (shape === 'narrow' ? 44 : 30);
export const partsSize = (bars: number, shape: ReportShape): ChartSize => ({
  width: widthOf(shape),
  height: Math.max(1, bars) * pixelsABar(shape) + legendHeight(shape) + 20,
});
/** Names below each other on a phone. */
const legendHeight = (shape: ReportShape): number => (shape === 'narrow' ? 78 : 40);

/** A level over time, with the points that were published: each stands where it was said to be. */
export function trendChart({
  points,
  published,
  names,
  lang,
  shape,
}: {
  points: { label: string; value: number }[];
  published: { label: string; value: number }[];
  names: { level: string; published: string };
  lang: Lang;
  shape: ReportShape;
}): Promise<string> {
  const size = trendSize(shape);
  const fontSize = typeSize(size.width);
  const isShown = everySome(points.length, Math.floor((size.width - 80) / pixelsALabel));
  return draw(
    {
      // The newest value is written beside the end of the line.
      grid: margins(14, 66, 44, 10),
      legend: {
        top: 4,
        left: 8,
        data: [names.level, names.published],
        textStyle: { color: ink.text, fontSize },
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: points.map(({ label }) => label),
        axisLine: { lineStyle: { color: ink.edge } },
        axisTick: { interval: isShown, lineStyle: { color: ink.edge } },
        axisLabel: { interval: isShown, formatter: axisLabel(lang), color: ink.text, fontSize },
      },
      yAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        splitLine: { lineStyle: { color: ink.rule } },
        axisLabel: { color: ink.text, fontSize, formatter: (value: number) => number(value, lang) },
      },
      series: [
        {
          type: 'line',
          name: names.level,
          silent: true,
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
            dataIndex === points.length - 1 ? 8 : 0,
          lineStyle: { color: ink.sea, width: 2.5 },
          itemStyle: { color: ink.sea },
          data: points.map(({ value }, i) =>
            i === points.length - 1
              ? { value, label: lastLabel(value, lang, fontSize) }
              : { value },
          ),
        },
        {
          type: 'scatter',
          name: names.published,
          silent: true,
          symbol: 'diamond',
          symbolSize: 13,
          itemStyle: { color: gold },
          label: {
            show: true,
            position: 'top',
            color: ink.strong,
            fontSize,
            formatter: ({ value }: { value: [string, number] }) => number(value[1], lang),
          },
          data: published.map(({ label, value }) => [label, value]),
        },
      ],
    },
    size,
  );
}

export type Flow = { from: string; to: string; value: number };

/**
 * What came, what was there, and what became of it. Flows of nothing are left out. On a phone the names stand on the
 * flows themselves, each above its number.
 */
export function flowChart(flows: Flow[], lang: Lang, shape: ReportShape): Promise<string> {
  const shown = flows.filter(({ value }) => value > 0);
  const names = [...new Set(shown.flatMap(({ from, to }) => [from, to]))];
  const size = flowSize(shape);
  const isSmall = isNarrow(size.width);
  const sideOf = (name: string): 'left' | 'right' => {
    const isSource = !shown.some(({ to }) => to === name);
    return isSource === isSmall ? 'right' : 'left';
  };
  const isMiddle = (name: string) =>
    shown.some(({ to }) => to === name) && shown.some(({ from }) => from === name);
  return draw(
    {
      series: [
        {
          type: 'sankey',
          left: isSmall ? 8 : 120,
          right: isSmall ? 8 : 130,
          top: isSmall ? 44 : 16,
          bottom: 16,
          nodeGap: isSmall ? 34 : 14,
          nodeWidth: isSmall ? 10 : 14,
          silent: true,
          draggable: false,
          emphasis: { disabled: true },
          lineStyle: { color: ink.tint, opacity: 1 },
          itemStyle: { color: ink.sea, borderWidth: 0 },
          data: names.map((name) => ({
            name,
            label: {
              position: isSmall && isMiddle(name) ? 'top' : sideOf(name),
              color: ink.strong,
              fontSize: 12,
              formatter: `${name}${isSmall ? '\n' : ' '}${number(totalOf(shown, name), lang)}`,
            },
          })),
          links: shown.map(({ from, to, value }) => ({ source: from, target: to, value })),
        },
      ],
    },
    size,
  );
}

const totalOf = (flows: Flow[], name: string): number =>
  Math.max(
    flows.filter(({ from }) => from === name).reduce((sum, { value }) => sum + value, 0),
    flows.filter(({ to }) => to === name).reduce((sum, { value }) => sum + value, 0),
  );

const partInks = [
  { color: ink.sea, text: '#fff' },
  { color: ink.heed, text: '#fff' },
  { color: ink.tint, text: ink.strong },
];

/** Up to three parts of a whole beside each other, a bar each. */
export function partsChart(
  bars: { label: string; parts: number[] }[],
  names: string[],
  { lang, shape }: { lang: Lang; shape: ReportShape },
): Promise<string> {
  const size = partsSize(bars.length, shape);
  const { width } = size;
  const isSmall = isNarrow(width);
  const fontSize = typeSize(width);
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
  // A number that has no room in its part would lie on the next one: the table has it.
  const hasRoom = (value: number) =>
    value > 0 && (value / most) * width * 0.5 > String(value).length * 8;
  const series = (place: number, { color, text }: { color: string; text: string }) => ({
    type: 'bar',
    stack: 'all',
    silent: true,
    barWidth: 16,
    name: names[place],
    itemStyle: { color, borderColor: '#fff', borderWidth: 1 },
    label: {
      show: true,
      color: text,
      fontSize: 12,
      formatter: ({ value }: { value: number }) => (hasRoom(value) ? number(value, lang) : ''),
    },
    data: bars.map(({ parts }) => parts[place]),
  });
  return draw(
    {
      grid: margins(14, 20, legendHeight(shape), 6),
      legend: {
        top: 4,
        left: 8,
        data: names,
        orient: isSmall ? 'vertical' : 'horizontal',
        textStyle: { color: ink.text, fontSize },
      },
      xAxis: { type: 'value', show: false, max: most },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.edge } },
        axisLabel: {
          color: ink.strong,
          fontSize,
          interval: 0,
          width: width * 0.4,
          ...labelFlow(width),
        },
      },
      series: names.map((_, place) => series(place, partInks[place] as (typeof partInks)[number])),
    },
    size,
  );
}

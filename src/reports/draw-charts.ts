import { draw, ink, margins } from '../charts/draw.js';
import { number } from '../language/format.js';
import type { Lang } from '../language/words.js';

const width = 760;
const gold = '#a8691a';

/** A level over time, with the points that were published: each stands where it was said to be. */
export function trendChart({
  points,
  published,
  names,
  lang,
}: {
  points: { label: string; value: number }[];
  published: { label: string; value: number }[];
  names: { level: string; published: string };
  lang: Lang;
}): Promise<string> {
  return draw(
    {
      grid: margins(14, 30, 40, 10),
      legend: {
        top: 4,
        left: 8,
        data: [names.level, names.published],
        textStyle: { color: ink.text },
      },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: points.map(({ label }) => label),
        axisLine: { lineStyle: { color: ink.edge } },
        axisLabel: { color: ink.text },
      },
      yAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        splitLine: { lineStyle: { color: ink.rule } },
        axisLabel: { color: ink.text, formatter: (value: number) => number(value, lang) },
      },
      series: [
        {
          type: 'line',
          name: names.level,
          silent: true,
          symbol: 'none',
          lineStyle: { color: ink.sea, width: 2.5 },
          itemStyle: { color: ink.sea },
          data: points.map(({ value }) => value),
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
            formatter: ({ value }: { value: [string, number] }) => number(value[1], lang),
          },
          data: published.map(({ label, value }) => [label, value]),
        },
      ],
    },
    { width, height: 320 },
  );
}

export type Flow = { from: string; to: string; value: number };

/** What came, what was there, and what became of it. Flows of nothing are left out. */
export function flowChart(flows: Flow[], lang: Lang): Promise<string> {
  const shown = flows.filter(({ value }) => value > 0);
  const names = [...new Set(shown.flatMap(({ from, to }) => [from, to]))];
  return draw(
    {
      series: [
        {
          type: 'sankey',
          left: 120,
          right: 130,
          top: 16,
          bottom: 16,
          nodeGap: 14,
          nodeWidth: 14,
          silent: true,
          draggable: false,
          emphasis: { disabled: true },
          lineStyle: { color: ink.tint, opacity: 1 },
          itemStyle: { color: ink.sea, borderWidth: 0 },
          data: names.map((name) => ({
            name,
            label: {
              position: shown.some(({ to }) => to === name) ? 'right' : 'left',
              color: ink.strong,
              formatter: `${name} ${number(totalOf(shown, name), lang)}`,
            },
          })),
          links: shown.map(({ from, to, value }) => ({ source: from, target: to, value })),
        },
      ],
    },
    { width, height: 320 },
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
  lang: Lang,
): Promise<string> {
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
      formatter: ({ value }: { value: number }) => (value > 0 ? number(value, lang) : ''),
    },
    data: bars.map(({ parts }) => parts[place]),
  });
  return draw(
    {
      grid: margins(14, 20, 40, 6),
      legend: { top: 4, left: 8, data: names, textStyle: { color: ink.text } },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.edge } },
        axisLabel: { color: ink.strong, width: width * 0.4, overflow: 'truncate', interval: 0 },
      },
      series: names.map((_, place) => series(place, partInks[place] as (typeof partInks)[number])),
    },
    { width, height: Math.max(1, bars.length) * 30 + 60 },
  );
}

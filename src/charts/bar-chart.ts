import { number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { type ChartSize, draw, ink, isNarrow, margins, typeSize } from './draw.js';

export type Bar = { label: string; value: number };
export type BarChart = { bars: Bar[]; lang: Lang; width: number };

/** On a phone a long label takes two lines, or three. */
const pixelsABar = (width: number) => (isNarrow(width) ? 52 : 30);
const around = 12;

/** How high a bar chart is: it grows with its bars. */
export const barChartSize = (bars: number, width: number): ChartSize => ({
  width,
  height: Math.max(1, bars) * pixelsABar(width) + around,
});

/**
 * Values beside each other as lying bars, in the order given from the top, each with its number.
 * @returns SVG text; the caller gives the table with the same numbers
 */
export function barChart({ bars, lang, width }: BarChart): Promise<string> {
  const fontSize = typeSize(width);
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return draw(
    {
      grid: margins(14, 56, 6, 6),
      // Each bar carries its number: a scale below would say it again.
      xAxis: { type: 'value', min: 0, max: Math.max(1, most), show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ label }) => label),
        axisLine: { lineStyle: { color: ink.edge } },
        axisTick: { show: false },
        axisLabel: {
          color: ink.strong,
          fontSize,
          interval: 0,
          width: width * 0.42,
          ...labelFlow(width),
        },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          emphasis: { disabled: true },
          barWidth: 16,
          itemStyle: { color: ink.sea },
          label: {
            show: true,
            position: 'right',
            color: ink.strong,
            fontSize,
            formatter: ({ value }: { value: unknown }) => number(Number(value), lang),
          },
          data: bars.map(({ value }) => value),
        },
      ],
    },
    barChartSize(bars.length, width),
  );
}

/** How a name beside a bar goes on where it is too long: on a phone in the next line. */
export const labelFlow = (width: number) =>
  isNarrow(width) ? { overflow: 'break', lineHeight: 16 } : { overflow: 'truncate' };

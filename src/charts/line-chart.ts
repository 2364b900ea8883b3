import { isMonth } from '../calendar/days.js';
import { number, shortMonth } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { type ChartSize, draw, ink, margins, typeSize } from './draw.js';

/** One place on the axis below, in its order; null leaves a gap in the line. */
export type Point = { label: string; value: number | null };
export type LineChart = {
  points: Point[];
  lang: Lang;
  size: ChartSize;
  /** The same months a year before, drawn beside them, and what both lines are called. */
  beside?: { points: Point[]; names: { now: string; before: string } } | undefined;
};

/** From here on the last value takes more room beside the line. */
const widest = 100_000;
/** About so many pixels keep two labels of the axis below apart. */
export const pixelsALabel = 84;

/**
 * A level over time as one line with its last value written beside it, from zero upwards.
 * @returns SVG text; the caller gives the table with the same numbers
 */
export function lineChart({ points, lang, size, beside }: LineChart): Promise<string> {
  const last = points.findLastIndex(({ value }) => value !== null);
  const drawn = [...points, ...(beside?.points ?? [])];
  const most = Math.max(0, ...drawn.map(({ value }) => value ?? 0));
  const fontSize = typeSize(size.width);
  const isShown = everySome(points.length, Math.floor((size.width - 80) / pixelsALabel));
  return draw(
    {
      grid: margins(14, most < widest ? 62 : 92, beside ? 44 : 20, 10),
      ...(beside ? { legend: legendOf(beside.names, fontSize) } : {}),
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: points.map(({ label }) => label),
        axisLine: { lineStyle: { color: ink.edge } },
        axisTick: { interval: isShown, lineStyle: { color: ink.edge } },
        axisLabel: {
          interval: isShown,
          formatter: axisLabel(lang),
          color: ink.text,
          fontSize,
          margin: 10,
        },
      },
      yAxis: valueAxis(lang, most, fontSize),
      series: [
        {
          type: 'line',
          ...(beside ? { name: beside.names.now } : {}),
          silent: true,
          emphasis: { disabled: true },
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
            dataIndex === last || isAlone(points, dataIndex) ? 8 : 0,
          lineStyle: { color: ink.sea, width: 2.5 },
          itemStyle: { color: ink.sea },
          areaStyle: { color: ink.tint, opacity: 0.7 },
          data: points.map(({ value }, i) =>
            i === last ? { value, label: lastLabel(value ?? 0, lang, fontSize) } : { value },
          ),
        },
        ...(beside ? [lineBefore(beside)] : []),
      ],
    },
    size,
  );
}

const legendOf = ({ now, before }: { now: string; before: string }, fontSize: number) => ({
  top: 4,
  left: 8,
  data: [now, before],
  textStyle: { color: ink.text, fontSize },
});

/** The year before: behind, thin and broken, so that it is told apart without colour. */
const lineBefore = ({ points, names }: { points: Point[]; names: { before: string } }) => ({
  type: 'line',
  name: names.before,
  silent: true,
  symbol: 'none',
  lineStyle: { color: ink.edge, width: 1.5, type: 'dashed' },
  itemStyle: { color: ink.edge },
  data: points.map(({ value }) => value),
});

function valueAxis(lang: Lang, most: number, fontSize: number) {
  return {
    type: 'value',
    min: 0,
    // Without any value there is still a scale to read nothing from.
    ...(most === 0 ? { max: 5 } : {}),
    minInterval: 1,
    splitNumber: 4,
    splitLine: { lineStyle: { color: ink.rule } },
    axisLabel: { color: ink.text, fontSize, formatter: (value: number) => number(value, lang) },
  };
}

/** How the newest value of a line is written beside it. */
export function lastLabel(value: number, lang: Lang, fontSize: number) {
  return {
    show: true,
    position: 'right',
    color: ink.strong,
    fontSize: fontSize + 2,
    fontWeight: 600,
    formatter: number(Math.round(value), lang),
  };
}

/** A value between two gaps has no line; its dot shows it. */
function isAlone(points: Point[], i: number): boolean {
  const isGap = (point: Point | undefined) => point === undefined || point.value === null;
  return isGap(points[i - 1]) && isGap(points[i + 1]);
}

/** What stands below an axis of time: a month as people write it. */
export const axisLabel =
  (lang: Lang) =>
  (label: string): string =>
    isMonth(label) ? shortMonth(label, lang) : label;

/** Which of so many labels to show, at most `most` of them and always the last. */
export function everySome(count: number, most: number): (index: number) => boolean {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return (index) => (count - 1 - index) % step === 0;
}

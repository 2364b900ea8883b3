import type { EChartsCoreOption } from 'echarts/core';

/** Pixels of a chart's drawing, near to what it has on the page: half of a desk, all of a phone. A drawing shrinks with its type. */
export const chartSizes = {
  wide: { width: 760, height: 300 },
  half: { width: 540, height: 260 },
  narrow: { width: 320, height: 260 },
} as const;
export const chartShapes = [
  'wide',
  'half',
  'narrow',
] as const satisfies (keyof typeof chartSizes)[];
export type ChartSize = { width: number; height: number };

export const isNarrow = (width: number): boolean => width <= chartSizes.narrow.width;
/** The type of a drawing: a phone may still show a narrow one a little smaller. */
export const typeSize = (width: number): number => (isNarrow(width) ? 14 : 12);

/** The style sheet's colours, as a drawing served by itself cannot read them. */
export const ink = {
  text: '#545d5a',
  strong: '#1b2322',
  rule: '#dcd9cf',
  edge: '#7b807b',
  sea: '#0a5261',
  tint: '#e2edee',
  heed: '#7a5200',
};

/** The margins of the plot, labels included. */
export const margins = (left: number, right: number, top: number, bottom: number) => ({
  left,
  right,
  top,
  bottom,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
});

/** Without double quotes, which would end the attribute that it stands in. */
const fonts =
  "-apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Draws a chart as SVG text: the same bytes for the same option. */
export async function draw(option: EChartsCoreOption, size: ChartSize): Promise<string> {
  // Read with the first drawing: it takes as long as half of the rest of the service at a start.
  const { init } = await import('./library.js');
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#fff',
      textStyle: { fontFamily: fonts, fontSize: typeSize(size.width), color: ink.text },
      ...option,
    });
    return withoutMarks(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The library's marks for scripts and hovering count charts since the start: equal drawings would differ. */
function withoutMarks(svg: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (class="zr[^"]*"|ecmeta_\w+="[^"]*")/g, '')
    .replace(/\bzr\d+-/g, 'zr-');
}

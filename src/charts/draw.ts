import type { EChartsCoreOption } from 'echarts/core';

/** Pixels of a chart's drawing; narrow ones are for phones, where a wide one would shrink beyond reading. */
export const chartSizes = {
  wide: { width: 760, height: 300 },
  narrow: { width: 344, height: 260 },
} as const;
export type ChartSize = { width: number; height: number };

/** The style sheet's colours, as a drawing served by itself cannot read them. */
export const ink = {
  text: '#545d5a',
  strong: '#1b2322',
  rule: '#dcd9cf',
  edge: '#7b807b',
  sea: '#0a5261',
  tint: '#e2edee',
};

/** The margins of the plot, labels included. */
export const margins = (left: number, right: number, top: number, bottom: number) => ({
  ...{ left, right, top, bottom },
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
      textStyle: { fontFamily: fonts, fontSize: 12, color: ink.text },
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

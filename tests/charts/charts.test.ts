import { expect, test } from 'vitest';
import { barChart, barChartSize } from '../../src/charts/bar-chart.js';
import { chartShapes, chartSizes } from '../../src/charts/draw.js';
import { lineChart } from '../../src/charts/line-chart.js';

const points = Array.from({ length: 30 }, (_, i) => ({ label: `M${i}`, value: i * 100 }));

test('a line chart is the same bytes each time, and writes its last value', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => lineChart({ points, lang: 'zh', size: chartSizes.wide })),
  );
  expect(first).toBe(second);
  expect(first).toMatch(/^<svg width="760" height="300"/);
  expect(first).toContain('>2,900</text>');
  expect(first).toContain('>M29</text>');
  expect(first).toMatch(/style="[^"]*'PingFang SC'[^"]*"/);
});

test.each(chartShapes)('a %s chart keeps its labels apart', async (shape) => {
  const svg = await lineChart({ points, lang: 'en', size: chartSizes[shape] });
  const labels = svg.match(/>M\d+<\/text>/g) ?? [];
  expect(labels.length).toBeGreaterThan(1);
  expect(labels.length).toBeLessThanOrEqual(chartSizes[shape].width / 84);
});

test('a narrow chart is written large enough for a phone, and whole', async () => {
  const label = '信息传输、软件和信息技术服务业';
  const bars = [{ label, value: 3 }];
  const { width } = chartSizes.narrow;
  for (const svg of [
    await lineChart({ points, lang: 'zh', size: chartSizes.narrow }),
    await barChart({ bars, lang: 'zh', width }),
  ]) {
    const sizes = [...svg.matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
  }
  const svg = await barChart({ bars, lang: 'zh', width });
  const written = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text).join('');
  expect(written).toContain(label);
});

test('a chart of nothing, of gaps and of one value can be drawn', async () => {
  const size = chartSizes.narrow;
  expect(await lineChart({ points: [], lang: 'zh', size })).toContain('<svg');
  expect(await lineChart({ points: [{ label: 'a', value: null }], lang: 'zh', size })).toContain(
    '<svg',
  );
  expect(await lineChart({ points: [{ label: 'a', value: 7 }], lang: 'zh', size })).toContain(
    '>7</text>',
  );
  expect(await barChart({ bars: [], lang: 'zh', width: 344 })).toContain('<svg');
});

test('text in a chart is text, whatever it holds', async () => {
  const bars = [{ label: '<script>alert("1")</script> & 𰻞', value: 3 }];
  const svg = await barChart({ bars, lang: 'zh', width: 760 });
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script');
});

test('a bar chart grows with its bars and writes each value', async () => {
  const bars = [
    { label: '定海区', value: 1234 },
    { label: '普陀区', value: 0 },
  ];
  const svg = await barChart({ bars, lang: 'zh', width: 760 });
  expect(svg).toContain('>1,234</text>');
  expect(svg).toContain('>0</text>');
  expect(barChartSize(10, 760).height).toBeGreaterThan(barChartSize(2, 760).height);
});

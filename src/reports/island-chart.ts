import { type ChartSize, chartSizes, ink } from '../charts/draw.js';
import { escaped } from '../exports/cell-xml.js';
import { number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { drawMap } from '../parks/map.js';
import type { ReportShape } from './draw-charts.js';

export type IslandSum = { name: string; x: number; y: number; value: number };

const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const largest = 70;

export const islandSize = (shape: ReportShape): ChartSize => {
  const { width } = chartSizes[shape];
  return { width, height: width };
};

/** Of a thousand units across: on a phone the same type takes more of them. */
const typeOf = { wide: 28, narrow: 40 };

/** Where a label stands: a later one that would lie on it goes below its disc. */
type Box = { left: number; right: number; foot: number };

/** In heights of the type: a Chinese character is as wide as high, others about six tenths of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 1 : 0.6), 0);

/** The schematic of the islands (示意图) with a disc for each island that has a number: its area says how large. */
export function islandChart(islands: IslandSum[], lang: Lang, shape: ReportShape): string {
  const { width, height } = islandSize(shape);
  const most = Math.max(1, ...islands.map(({ value }) => value));
  const { land } = drawMap([], lang);
  const type = typeOf[shape];
  const labels: Box[] = [];
  const discs = [...islands]
    .sort((a, b) => b.value - a.value)
    .map(({ name, x, y, value }) => {
      const radius = Math.max(12, Math.sqrt(value / most) * largest);
      const label = `${name} ${number(value, lang)}`;
      const half = (widthOf(label) * type) / 2;
      const above = { left: x - half, right: x + half, foot: y - radius - 8 };
      const isFree = labels.every(
        ({ left, right, foot }) =>
          right < above.left || left > above.right || Math.abs(foot - above.foot) > type,
      );
      const foot = isFree ? above.foot : y + radius + type;
      labels.push({ ...above, foot });
      return `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}" fill="${ink.sea}" fill-opacity=".72" stroke="#fff" stroke-width="2"/><text x="${x}" y="${foot.toFixed(1)}" text-anchor="middle" fill="${ink.strong}" stroke="#fff" stroke-width="5" paint-order="stroke">${escaped(label)}</text>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1000 1000" font-family="${fonts}" font-size="${type}"><rect width="1000" height="1000" fill="#f3f7f7"/><path d="${land}" fill="#dfe5d8" stroke="#b9c4b4"/>${discs.join('')}</svg>`;
}

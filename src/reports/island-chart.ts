import { ink } from '../charts/draw.js';
import { escaped } from '../exports/cell-xml.js';
import { number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { drawMap } from '../parks/map.js';

export type IslandSum = { name: string; x: number; y: number; value: number };

const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const largest = 70;

/** The schematic of the islands (示意图) with a disc for each island that has a number: its area says how large. */
export function islandChart(islands: IslandSum[], lang: Lang): string {
  const most = Math.max(1, ...islands.map(({ value }) => value));
  const { land } = drawMap([], lang);
  const discs = [...islands]
    .sort((a, b) => b.value - a.value)
    .map(({ name, x, y, value }) => {
      const radius = Math.max(12, Math.sqrt(value / most) * largest);
      const label = `${escaped(name)} ${number(value, lang)}`;
      return `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}" fill="${ink.sea}" fill-opacity=".72" stroke="#fff" stroke-width="2"/><text x="${x}" y="${(y - radius - 8).toFixed(1)}" text-anchor="middle" fill="${ink.strong}" stroke="#fff" stroke-width="5" paint-order="stroke">${label}</text>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="760" viewBox="0 0 1000 1000" font-family="${fonts}" font-size="28"><rect width="1000" height="1000" fill="#f3f7f7"/><path d="${land}" fill="#dfe5d8" stroke="#b9c4b4"/>${discs.join('')}</svg>`;
}

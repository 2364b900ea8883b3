import type { Config } from '../config.js';
import { findFont } from './font.js';
import { hasRenderer } from './png.js';

/** Where a chart is fetched as a file; png is null on a machine that cannot draw one, or write Chinese into it. */
export type ChartFiles = { svg: string; png: string | null };

/** Whether charts can be had as PNG here. */
export const drawsPng = async ({ fontDirs }: Pick<Config, 'fontDirs'>): Promise<boolean> =>
  (await hasRenderer()) && (await findFont(fontDirs)) !== null;

/** @param src the address of the chart's SVG */
export function chartFiles(src: string, hasPng: boolean): ChartFiles {
  const svg = `${src}${src.includes('?') ? '&' : '?'}download=1`;
  return { svg, png: hasPng ? svg.replace('.svg?', '.png?') : null };
}

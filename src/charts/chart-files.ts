import type { Config } from '../config.js';
import { findFont } from './font.js';

/** Where a chart is fetched as a file; png is null on a machine that cannot write Chinese into one. */
export type ChartFiles = { svg: string; png: string | null };

/** Whether charts can be had as PNG here. */
export const drawsPng = async ({ fontDirs }: Pick<Config, 'fontDirs'>): Promise<boolean> =>
  (await findFont(fontDirs)) !== null;

/** @param src the address of the chart's SVG */
export function chartFiles(src: string, hasPng: boolean): ChartFiles {
  const svg = `${src}${src.includes('?') ? '&' : '?'}download=1`;
  return { svg, png: hasPng ? svg.replace('.svg?', '.png?') : null };
}

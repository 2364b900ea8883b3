import type { Request, Response } from 'express';
import { BoundedCache } from '../web/bounded-cache.js';
import type { Deps } from '../web/deps.js';
import { HttpProblem } from '../web/errors.js';
import { findFont } from './font.js';
import { drawPng } from './png.js';

/** Drawings by what they show; a few hundred of ten kilobytes each. */
const drawings = new BoundedCache<string>(300);
/** The same as images of some fifty kilobytes. */
const images = new BoundedCache<Buffer>(100);

/** What a chart can be fetched as, by the end of its address. */
export const chartFormats = ['svg', 'png'] as const;

export type DrawnChart = {
  /** All that the drawing depends on, the state of its data included. */
  key: readonly (string | number)[];
  draw: () => Promise<string>;
  /** What it is called as a file: the chart, the scope and the day. */
  name: readonly string[];
  /** Whether anyone may see it: then a shared cache may keep it. */
  isPublic: boolean;
  /** Seconds; a day where the address changes with the data, a minute when not given. */
  keptFor?: number;
};

/**
 * Answers with a chart as an SVG image, or as PNG where the address says so, drawn once for its key. A browser keeps it
 * for a while and then asks whether it has changed (by its ETag).
 * @throws HttpProblem 503 for a PNG on a machine without a font that writes Chinese
 */
export async function answerChart(
  { config }: Pick<Deps, 'config'>,
  req: Request,
  res: Response,
  { key, draw, name, isPublic, keptFor = 60 }: DrawnChart,
): Promise<void> {
  const text = JSON.stringify(key);
  const format = /\.png$/i.test(req.path) ? 'png' : 'svg';
  const svg = await drawings.get(text, draw);
  const sent = format === 'svg' ? svg : await imageOf(text, svg, config.fontDirs);
  res.set({
    'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=${keptFor}`,
    // A drawing opened by itself styles its own text, and nothing in it runs or loads.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  // Language and viewer come from the cookie.
  res.vary('Cookie');
  if (req.query.download !== undefined) res.attachment(fileName(name, format));
  res.type(format === 'svg' ? 'image/svg+xml' : 'image/png').send(sent);
}

async function imageOf(key: string, svg: string, fontDirs: readonly string[]): Promise<Buffer> {
  const font = await findFont(fontDirs);
  if (!font) throw new HttpProblem(503, 'charts.png.no-font');
  return images.get(`${font.file} ${key}`, () => drawPng(svg, font));
}

/** Without what a file system takes for something else. */
const fileName = (name: readonly string[], format: string): string =>
  `${name.join('-').replace(/[\\/:*?"<>|\s]+/g, '-')}.${format}`;

import type { Response } from 'express';
import { BoundedCache } from '../web/bounded-cache.js';

/** Drawings by what they show; a few hundred of ten kilobytes each. */
const drawings = new BoundedCache<string>(300);

export type DrawnChart = {
  /** All that the drawing depends on, the state of its data included. */
  key: readonly (string | number)[];
  draw: () => Promise<string> | string;
  /** Whether anyone may see it: then a shared cache may keep it. */
  isPublic: boolean;
  /** Seconds; a day where the address changes with the data, a minute when not given. */
  keptFor?: number;
};

/**
 * Answers with a chart as an SVG image, drawn once for its key. A browser keeps it for a while and then asks
 * whether it has changed (by its ETag).
 */
export async function answerChart(
  res: Response,
  { key, draw, isPublic, keptFor = 60 }: DrawnChart,
): Promise<void> {
  const svg = await drawings.get(JSON.stringify(key), draw);
  res.set({
    'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=${keptFor}`,
    // A drawing opened by itself styles its own text, and nothing in it runs or loads.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  // Language and viewer come from the cookie.
  res.vary('Cookie');
  res.type('image/svg+xml').send(svg);
}

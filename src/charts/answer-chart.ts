import type { Response } from 'express';
import { BoundedCache } from './bounded-cache.js';

/** Drawings by what they show; a few hundred of ten kilobytes each. */
const drawings = new BoundedCache<string>(300);

export type DrawnChart = {
  /** All that the drawing depends on, the state of its data included. */
  key: readonly (string | number)[];
  draw: () => Promise<string> | string;
  /** Whether anyone may see it: then a shared cache may keep it. */
  isPublic: boolean;
};

/**
 * Answers with a chart as an SVG image, drawn once for its key. A browser keeps it for a minute and then asks
 * whether it has changed (by its ETag).
 */
export async function answerChart(
  res: Response,
  { key, draw, isPublic }: DrawnChart,
): Promise<void> {
  const svg = await drawings.get(JSON.stringify(key), draw);
  res.set({
    'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=60`,
    // A drawing opened by itself styles its own text, and nothing in it runs or loads.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  // Language and viewer come from the cookie.
  res.vary('Cookie');
  res.type('image/svg+xml').send(svg);
}

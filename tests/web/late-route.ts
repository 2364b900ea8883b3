import type { Express } from 'express';
import { notFound } from '../../src/web/error-handler.js';

/** Moves the route that was declared last before what answers an address that nobody serves. */
export function serveBeforeTheEnd(app: Express): void {
  const { stack } = app.router as unknown as { stack: { handle: unknown }[] };
  const [route] = stack.splice(-1);
  // Another method of an address is told just before.
  const end = stack.findIndex(({ handle }) => handle === notFound) - 1;
  if (!route || end < 0) throw new Error('the site does not end as it did');
  stack.splice(end, 0, route);
}

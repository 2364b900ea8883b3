import type { Express } from 'express';
import type { RouteTable } from '../../src/web/route-table.js';

/** What is no page: the answers for machines, images, files, and what only leads elsewhere. */
const notPages =
  /^\/(healthz|readyz|api\/|static|people\/me$|waivers\/queue\/decisions|views\/:id$)|\.(svg|png|csv|xlsx|docx|json)$|\/proofs\/:id$|\/file$|\/papers\/:paper$|\/photos\/:photo$/;

const tableOf = (app: Express): RouteTable => app.locals.routes as RouteTable;

/** The routes of all pages, as they are written: /ventures/:number/edit. */
export function pageRoutes(app: Express): string[] {
  return tableOf(app)
    .routes.filter(({ method, path }) => method === 'GET' && !notPages.test(path))
    .map(({ path }) => path);
}

/** The route of the page at an address, /parks/new before /parks/:number; null where there is none. */
export function pageRouteOf(app: Express, path: string): string | null {
  const route = tableOf(app).routeOf('GET', path)?.path ?? null;
  return route === null || notPages.test(path) || notPages.test(route) ? null : route;
}

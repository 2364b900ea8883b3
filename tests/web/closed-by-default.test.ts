import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedRoute, RouteTable } from '../../src/web/route-table.js';
import { Client, startApp, type TestApp } from './client.js';

/** All that a visitor may reach. Whoever adds a line here decides that the whole world may. */
const publicRoutes = [
  ...['GET /sign-in', 'POST /sign-in', 'POST /sign-out'],
  ...['GET /register', 'POST /register', 'GET /register/code', 'POST /register/code'],
  ...['GET /forgotten', 'POST /forgotten', 'GET /forgotten/code', 'POST /forgotten/code'],
  ...['GET /', 'GET /parks', 'GET /parks/:number', 'GET /spaces', 'GET /spaces/:space'],
  'GET /spaces/:space/photos/:photo',
  ...['GET /help', 'GET /privacy', 'GET /accessibility', 'GET /contact', 'GET /remedies'],
  ...['GET /policies', 'GET /policies/:code'],
  ...['GET /eligibility', 'GET /eligibility/questions/:question'],
  ...['POST /eligibility/questions/:question', 'POST /eligibility/clearing'],
  'POST /eligibility/space',
  ...['GET /eligibility/answers', 'GET /eligibility/result'],
  ...['GET /notices', 'GET /notices/:number', 'POST /notices/:number'],
  ...['GET /notices/:number/received', 'GET /track', 'POST /track'],
  ...['GET /notices/:number/code', 'POST /notices/:number/code'],
  ...['GET /track/letters', 'POST /track/letters'],
  ...['GET /track/objections', 'POST /track/objections'],
  ...['GET /figures', 'GET /figures/:code', 'GET /figures/consistency'],
  ...['GET /figures/definitions', 'GET /figures/published', 'GET /figures/published/:number'],
  ...['GET /api/v1/totals', 'GET /api/v1/openapi.json'],
  ...['GET /charts/trend.svg', 'GET /charts/trend.png'],
];

const routesOf = (app: TestApp['app']): ListedRoute[] => (app.locals.routes as RouteTable).routes;
const nameOf = ({ method, path }: ListedRoute): string => `${method} ${path}`;

let site: TestApp;
let closed: string[];
beforeAll(async () => {
  site = await startApp();
  const all = routesOf(site.app).map(nameOf);
  closed = all.filter((route) => !publicRoutes.includes(route));
});
afterAll(() => site.close());

describe('without a sign-in', () => {
  it('every route that is not named above answers with the sign-in or 401', async () => {
    expect(closed.length).toBeGreaterThan(20);
    for (const route of closed) {
      const [method = '', path = ''] = route.split(' ');
      const url = path.replace(/[:*]\w+/g, '1').replace(/[{}]/g, '');
      const client = new Client(site.base);
      const html = await client.send(url, { method, headers: { accept: 'text/html' } });
      if (method === 'GET') {
        const wanted = [303, `/sign-in?next=${encodeURIComponent(url)}`];
        expect([html.status, html.location], route).toEqual(wanted);
        const json = await client.send(url, { headers: { accept: 'application/json' } });
        expect(json.status, route).toBe(401);
        expect(JSON.parse(json.text).error.status, route).toBe(401);
      } else {
        expect(html.status, route).toBe(401);
        expect(html.text, route).toContain('href="/sign-in"');
      }
    }
  });

  it('an address that nobody serves says so, and asks for no sign-in', async () => {
    const client = new Client(site.base);
    expect((await client.get('/no/such/page')).status).toBe(404);
    expect((await client.postExactly('/no/such/page', {})).status).toBe(404);
  });

  it('nor for a mistyped word where the number of a record stands', async () => {
    const client = new Client(site.base);
    for (const path of ['/waivers/quee', '/ventures/duobles', '/people/mee', '/visits/neu/edit'])
      expect((await client.get(path)).status, path).toBe(404);
    // What may be a record is not told apart from one that is.
    for (const path of ['/waivers/A2025-999999', '/ventures/V2025-9999'])
      expect((await client.get(path)).status, path).toBe(303);
  });

  it('the public routes are all there', () => {
    const open = routesOf(site.app).filter(({ reach }) => reach === 'open');
    expect(open.map(nameOf).sort()).toEqual([...publicRoutes].sort());
  });
});

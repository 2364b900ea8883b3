import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, startApp, type TestApp } from './client.js';

/** All that a visitor may reach. Whoever adds a line here decides that the whole world may. */
const publicRoutes = [
  ...['GET /healthz', 'GET /readyz'],
  ...['GET /sign-in', 'POST /sign-in', 'POST /sign-out'],
  ...['GET /register', 'POST /register', 'GET /register/code', 'POST /register/code'],
  ...['GET /forgotten', 'POST /forgotten', 'GET /forgotten/code', 'POST /forgotten/code'],
  ...['GET /', 'GET /parks', 'GET /parks/:number'],
  ...['GET /policies', 'GET /policies/:code'],
  ...['GET /eligibility', 'GET /eligibility/questions/:question'],
  ...['POST /eligibility/questions/:question', 'POST /eligibility/clearing'],
  ...['GET /eligibility/answers', 'GET /eligibility/result'],
  ...['GET /notices', 'GET /notices/:number', 'POST /notices/:number'],
  ...['GET /notices/:number/received', 'GET /track', 'POST /track'],
  ...['GET /figures', 'GET /figures/:code', 'GET /figures/consistency'],
  ...['GET /figures/definitions', 'GET /figures/published', 'GET /figures/published/:number'],
  ...['GET /api/v1/totals', 'GET /api/v1/openapi.json'],
  ...['GET /charts/trend.svg', 'GET /charts/trend.png'],
];

type Layer = {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
};

function routesOf(stack: Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle.stack ?? []);
    return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`);
  });
}

let site: TestApp;
let closed: string[];
beforeAll(async () => {
  site = await startApp();
  const all = routesOf((site.app.router as unknown as { stack: Layer[] }).stack);
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
        // An image that stands among the public ones answers 401 itself.
        const signIn = [303, `/sign-in?next=${encodeURIComponent(url)}`];
        const wanted = url.startsWith('/charts/') ? [401, null] : signIn;
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

  it('an address that nobody serves tells nothing either', async () => {
    const client = new Client(site.base);
    expect((await client.get('/no/such/page')).status).toBe(303);
    expect((await client.postExactly('/no/such/page', {})).status).toBe(401);
  });

  it('the public routes are all there', () => {
    const all = routesOf((site.app.router as unknown as { stack: Layer[] }).stack);
    expect(publicRoutes.filter((route) => !all.includes(route))).toEqual([]);
  });
});

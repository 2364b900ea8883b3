import type { Express } from 'express';
import type { RouteTable } from '../../src/web/route-table.js';
import type { Client } from './client.js';

export type Route = { method: string; path: string };
export type Form = { action: string; fields: Record<string, string[]> };

/** Every route of the site, as it is written: GET /ventures/:number/edit. */
export const routesOf = (app: Express): Route[] => (app.locals.routes as RouteTable).routes;

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** The local addresses that a page leads to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="(\/[^"]*)/g)].map(([, link = '']) =>
    decoded(link).replace(/#.*/, ''),
  );

/** The forms of a page that are posted, each with the names and values of its fields. */
export function formsOf(html: string, at: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(
    ([, head = '', body = '']) => {
      if (!/method="post"/i.test(head)) return [];
      const fields: Form['fields'] = {};
      for (const [tag] of body.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
        const name = decoded(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '');
        if (name === '') continue;
        const value = decoded(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? '');
        fields[name] = [...(fields[name] ?? []), value];
      }
      return [{ action: decoded(/\saction="([^"]*)"/.exec(head)?.[1] ?? at), fields }];
    },
  );
}

/** What a reader comes upon: addresses by the route that they belong to, and the forms that can be sent. */
export class SiteMap {
  readonly #patterns: { path: string; is: RegExp; names: string[] }[];
  /** Values that stand in addresses, by the part before them and their name: ventures/:number. */
  readonly #values = new Map<string, Set<string>>();
  readonly forms: (Form & { reader: string })[] = [];
  readonly #formsAt = new Map<string, Form>();
  readonly #routes = new Map<string, string | null>();
  readonly queries = new Set<string>();

  constructor(routes: Route[]) {
    const paths = [...new Set(routes.map(({ path }) => path))];
    const open = (path: string) => path.split(':').length;
    this.#patterns = paths
      .sort((a, b) => open(a) - open(b))
      .map((path) => ({
        path,
        is: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '([^/]+)')}$`),
        names: [...path.matchAll(/([^/]*)\/:(\w+)/g)].map(
          ([, before, name]) => `${before}/:${name}`,
        ),
      }));
  }

  routeOf(address: string): string | null {
    const [path = ''] = address.split('?');
    const known = this.#routes.get(path);
    if (known !== undefined) return known;
    const route = this.#patterns.find(({ is }) => is.test(path))?.path ?? null;
    this.#routes.set(path, route);
    return route;
  }

  /** The first form that is sent to an address, or else to one of its route. */
  formAt(address: string, route: string): Form | undefined {
    return this.#formsAt.get(address) ?? this.#formsAt.get(`${route} route`);
  }

  #keepForm(form: Form, reader: string): void {
    this.forms.push({ ...form, reader });
    for (const at of [form.action, `${this.routeOf(form.action)} route`])
      if (!this.#formsAt.has(at)) this.#formsAt.set(at, form);
  }

  /** Keeps what stands in an address. */
  learn(address: string): void {
    const [path = '', query = ''] = address.split('?');
    for (const name of new URLSearchParams(query).keys()) this.queries.add(name);
    const pattern = this.#patterns.find(({ is }) => is.test(path));
    const parts = pattern?.is.exec(path)?.slice(1) ?? [];
    pattern?.names.forEach((name, i) => {
      this.add(name, decodeURIComponent(parts[i] ?? ''));
    });
  }

  add(name: string, value: string): void {
    this.#values.set(name, (this.#values.get(name) ?? new Set()).add(value));
  }

  /** Keeps what a reader came upon before, as a crawl does. */
  take(found: { at: string; links: string[]; forms: Form[] }[], reader: string): void {
    for (const { at, links, forms } of found) {
      for (const address of [at, ...links]) this.learn(address);
      for (const form of forms) this.#keepForm(form, reader);
    }
  }

  /** An address of a route, its parts chosen among those that were come upon. */
  addressOf(path: string, choose: (values: string[]) => string): string {
    return path.replace(/([^/]*)\/:(\w+)/g, (_, before: string, name: string) => {
      const own = this.#values.get(`${before}/:${name}`);
      const alike = [...this.#values].find(([key]) => key.endsWith(`/:${name}`))?.[1];
      return `${before}/${encodeURIComponent(choose([...(own ?? alike ?? ['1'])]))}`;
    });
  }

  /**
   * Follows the links of pages from some on: so many of each route, and of each name that is asked with at it, as the filters
   * of a list can be combined without end. @returns the addresses that were opened
   */
  async crawl(
    client: Client,
    start: string[],
    { ofOneRoute, reader = '' }: { ofOneRoute: number; reader?: string },
  ) {
    const opened = new Map<string, { status: number; text: string }>();
    const counts = new Map<string, number>();
    const waiting = [...start];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      this.learn(at);
      const route = this.routeOf(at);
      const names = new Set(new URLSearchParams(at.split('?')[1] ?? '').keys());
      // The other language is another address on each page that leads to it.
      if (names.has('lang')) continue;
      const kinds = ['', ...names].map((name) => `${route} ${name}`);
      const isKnown = kinds.every((kind) => (counts.get(kind) ?? 0) >= ofOneRoute);
      if (route === null || opened.has(at) || isKnown) continue;
      for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const { status, text, location } = await client.get(at);
      opened.set(at, { status, text });
      for (const form of formsOf(text, at)) this.#keepForm(form, reader);
      waiting.push(...linksOf(text), ...(location?.startsWith('/') ? [location] : []));
    }
    return opened;
  }
}

import express, { type IRoute, type Request, type RequestHandler, type Router } from 'express';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { HttpProblem } from './errors.js';

/**
 * Who reaches a route: anyone (`open`), people who have signed in (`signedIn`), or people who send a file
 * (`uploads`: its route reads the body, and asks for the sign-in and the token, itself).
 */
export const reaches = ['uploads', 'open', 'signedIn'] as const;
export type Reach = (typeof reaches)[number];

/** The routes of a room, as its `routes.ts` gives them. */
export type RoomRoutes = Partial<Record<Reach, Router>>;

/** One route as it is written, such as GET /ventures/:number for people who have signed in. */
export type ListedRoute = { method: string; path: string; reach: Reach };

/** Express's own routes, which its types know only by what they are given. */
type Route = IRoute & { path: string; dispatch(...args: unknown[]): void };
const { Route } = express as unknown as { Route: new (path: string) => Route };

type Layer = { route?: Route & { methods: Record<string, boolean> }; handle: { stack?: Layer[] } };

/**
 * All routes of the site in one table. A fixed part of an address comes before a parameter (`/visits/new` before
 * `/visits/:id`), whatever the order in which rooms and routes are named; a route named twice stops the start.
 */
export class RouteTable {
  readonly routes: ListedRoute[] = [];
  /** What answers each of them. */
  readonly #answering: Route[] = [];
  /** The way to all routes of a reach. */
  readonly #ways: Record<Reach, Route>;
  readonly #found = new WeakMap<Request, Route>();
  readonly #table: Addresses;

  /** @param steps what a request passes before the route itself, for each reach */
  constructor(rooms: RoomRoutes[], steps: Record<Reach, RequestHandler[]>) {
    const wayOf = (reach: Reach) =>
      new Route('/').all(...steps[reach], this.#dispatch) as unknown as Route;
    this.#ways = { uploads: wayOf('uploads'), open: wayOf('open'), signedIn: wayOf('signedIn') };
    for (const room of rooms) {
      for (const reach of reaches) {
        const router = room[reach];
        if (router) this.#add(router as unknown as Layer['handle'], reach);
      }
    }
    this.#table = addressesOf(this.routes);
  }

  /** Answers a request by its route; hands on what has none. */
  readonly handler: RequestHandler = (req, res, next) => {
    const found = this.#find(req.method, req.path);
    if (!found) return next();
    req.params = found.params;
    this.#found.set(req, this.#answering[found.index] as Route);
    this.#ways[found.listed.reach].dispatch(req, res, next);
  };

  readonly #dispatch: RequestHandler = (req, res, next) =>
    this.#found.get(req)?.dispatch(req, res, next);

  /** 405 with Allow, where some route has this path but none has the method. Comes after all routes. */
  readonly methodNotAllowed: RequestHandler = (req, _res, next) => {
    const methods = ['GET', 'HEAD', 'POST'].filter((method) => this.#find(method, req.path));
    if (methods.length === 0 || methods.includes(req.method)) return next();
    throw new HttpProblem(405, null, { Allow: methods.join(', ') });
  };

  /** The route that serves an address, as it is written; null where none does. */
  routeOf(method: string, path: string): ListedRoute | null {
    return this.#find(method, path)?.listed ?? null;
  }

  #find(method: string, path: string) {
    const found = this.#table.find(method as HTTPMethod, path);
    if (!found || Object.values(found.params).some((part) => part === '')) return null;
    const { index } = found.store as { index: number };
    return { index, params: copied(found.params), listed: this.routes[index] as ListedRoute };
  }

  #add({ stack = [] }: Layer['handle'], reach: Reach): void {
    for (const { route, handle } of stack) {
      if (route) this.#addRoute(route, reach);
      else if (handle.stack) this.#add(handle, reach);
      else throw new Error('a room gives routes, and nothing that runs for all of them');
    }
  }

  #addRoute(route: NonNullable<Layer['route']>, reach: Reach): void {
    for (const method of Object.keys(route.methods).map((name) => name.toUpperCase())) {
      this.routes.push({ method, path: route.path, reach });
      this.#answering.push(route);
    }
  }
}

type Addresses = ReturnType<typeof findMyWay>;
const laidOut = new Map<string, Addresses>();

/** Finds the index of a route by an address; several sites of one process have the same, and lay them out once. */
function addressesOf(routes: ListedRoute[]): Addresses {
  const key = JSON.stringify(routes.map(({ method, path }) => [method, path]));
  const addresses = laidOut.get(key) ?? layOut(routes);
  laidOut.set(key, addresses);
  return addresses;
}

function layOut(routes: ListedRoute[]): Addresses {
  const addresses = findMyWay({
    caseSensitive: false,
    ignoreTrailingSlash: true,
    maxParamLength: 4096,
  });
  for (const [index, { method, path }] of routes.entries()) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
    addresses.on(methods as HTTPMethod[], path, () => {}, { index });
  }
  return addresses;
}

/** With no name that means anything special. */
function copied(params: Record<string, string | undefined>): Record<string, string> {
  return Object.assign(Object.create(null), params);
}

import express, {
  type IRoute,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
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

type Found = ListedRoute & { route: Route };
type Layer = { route?: Route & { methods: Record<string, boolean> }; handle: { stack?: Layer[] } };

/**
 * All routes of the site in one table. A fixed part of an address comes before a parameter (`/visits/new` before
 * `/visits/:id`), whatever the order in which rooms and routes are named; a route named twice stops the start.
 */
export class RouteTable {
  readonly routes: ListedRoute[] = [];
  readonly #table = findMyWay({
    caseSensitive: false,
    ignoreTrailingSlash: true,
    maxParamLength: 4096,
  });

  /** @param steps what a request passes before the route itself, for each reach */
  constructor(rooms: RoomRoutes[], steps: Record<Reach, RequestHandler[]>) {
    for (const room of rooms) {
      for (const reach of reaches) {
        const router = room[reach];
        if (router) this.#add(router as unknown as Layer['handle'], reach, steps[reach]);
      }
    }
  }

  /** Answers a request by its route; hands on what has none. */
  readonly handler: RequestHandler = (req, res, next) => {
    const found = this.#find(req.method, req.path);
    if (!found) return next();
    req.params = found.params;
    found.store.route.dispatch(req, res, next);
  };

  /** 405 with Allow, where some route has this path but none has the method. Comes after all routes. */
  readonly methodNotAllowed: RequestHandler = (req, _res, next) => {
    const methods = ['GET', 'HEAD', 'POST'].filter((method) => this.#find(method, req.path));
    if (methods.length === 0 || methods.includes(req.method)) return next();
    throw new HttpProblem(405, null, { Allow: methods.join(', ') });
  };

  /** The route that serves an address, as it is written; null where none does. */
  routeOf(method: string, path: string): ListedRoute | null {
    return this.#find(method, path)?.store ?? null;
  }

  #find(method: string, path: string) {
    const found = this.#table.find(method as HTTPMethod, path);
    const isWhole = found && Object.values(found.params).every((part) => part !== '');
    return isWhole ? { params: copied(found.params), store: found.store as Found } : null;
  }

  #add({ stack = [] }: Layer['handle'], reach: Reach, steps: RequestHandler[]): void {
    for (const { route, handle } of stack) {
      if (route) this.#addRoute(route, reach, steps);
      else if (handle.stack) this.#add(handle, reach, steps);
      else throw new Error('a room gives routes, and nothing that runs for all of them');
    }
  }

  #addRoute(inner: NonNullable<Layer['route']>, reach: Reach, steps: RequestHandler[]): void {
    const { path } = inner;
    const route = new Route(path);
    route.all(...steps, (req: Request, res: Response, next: NextFunction) =>
      inner.dispatch(req, res, next),
    );
    for (const method of Object.keys(inner.methods).map((name) => name.toUpperCase())) {
      const listed = { method, path, reach };
      this.routes.push(listed);
      const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
      this.#table.on(methods as HTTPMethod[], path, () => {}, { ...listed, route });
    }
  }
}

/** With no name that means anything special. */
function copied(params: Record<string, string | undefined>): Record<string, string> {
  return Object.assign(Object.create(null), params);
}

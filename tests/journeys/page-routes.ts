import type { Express } from 'express';

/** The parts of Express's router that are read here; it has no public way to ask. */
type Layer = {
  match(path: string): boolean;
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
};

/** What is no page: the answers for machines, images, files, and what only leads elsewhere. */
const notPages =
  /^\/(healthz|readyz|api\/|static|people\/me$)|\.(svg|png|csv|xlsx|json)$|\/proofs\/:id$|\/file$/;

function layersOf(stack: Layer[]): Layer[] {
  return stack.flatMap((layer) => [layer, ...layersOf(layer.handle.stack ?? [])]);
}

function pagesOf(app: Express): Layer[] {
  const { stack } = app.router as unknown as { stack: Layer[] };
  return layersOf(stack).filter(({ route }) => route?.methods.get && !notPages.test(route.path));
}

/** The routes of all pages, as they are written: /ventures/:number/edit. */
export function pageRoutes(app: Express): string[] {
  return pagesOf(app).map(({ route }) => route?.path ?? '');
}

/** The route of the page at an address, /parks/new before /parks/:number; null where there is none. */
export function pageRouteOf(app: Express, path: string): string | null {
  if (notPages.test(path)) return null;
  const routes = pagesOf(app)
    .filter((layer) => layer.match(path))
    .map(({ route }) => route?.path ?? '');
  const open = (route: string) => route.split(':').length;
  return routes.sort((a, b) => open(a) - open(b))[0] ?? null;
}

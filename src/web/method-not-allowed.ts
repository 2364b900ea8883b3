import type { Application, RequestHandler } from 'express';
import { HttpProblem } from './errors.js';

/** The parts of Express's router that are read here; it has no public way to ask. */
type Layer = {
  match(path: string): boolean;
  path?: string;
  slash: boolean;
  route?: { methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
};

/** 405 with Allow, where some route has this path but none has the method. Comes after all routes. */
export function methodNotAllowed(app: Application): RequestHandler {
  return (req, _res, next) => {
    const stack = (app.router as unknown as { stack: Layer[] }).stack;
    const methods = new Set(methodsAt(stack, req.path));
    if (methods.has('GET')) methods.add('HEAD');
    if (methods.size === 0 || methods.has(req.method)) return next();
    throw new HttpProblem(405, null, { Allow: [...methods].sort().join(', ') });
  };
}

function methodsAt(stack: Layer[], path: string): string[] {
  return stack.flatMap((layer) => {
    if (!layer.route && !layer.handle.stack) return [];
    if (!layer.match(path)) return [];
    if (layer.route) return Object.keys(layer.route.methods).map((name) => name.toUpperCase());
    const rest = layer.slash ? path : path.slice(layer.path?.length ?? 0) || '/';
    return methodsAt(layer.handle.stack ?? [], rest);
  });
}

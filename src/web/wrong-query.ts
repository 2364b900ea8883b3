import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { watchTimes } from './asked-times.js';
import { wantsJson } from './error-handler.js';
import { WrongQuery } from './errors.js';
import { parsePairs, type Sent } from './form-body.js';
import { frameOf } from './frame.js';
import type { RouteTable } from './route-table.js';

/**
 * Answers an address whose query is wrong with the form of its page, as it was typed, each fault at its field: the
 * page is asked again without what is wrong, and of that answer the form alone is shown. A file has the form of its list.
 */
export const showItsForm = (table: RouteTable): ErrorRequestHandler => {
  return function again(error: unknown, req: Request, res: Response, next: NextFunction): void {
    const path = req.path.replace(/\.(?:csv|xlsx)$/, '');
    const isPage = /^\/[\w/-]*$/.test(path) && table.routeOf('GET', path) !== null;
    const rest = error instanceof WrongQuery && isPage ? withoutFaults(req, error) : null;
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    if (rest === null || !isRead || res.headersSent || wantsJson(req)) {
      next(error);
      return;
    }
    const frame = frameOf(res);
    const { faults } = error as WrongQuery;
    frame.wrongQuery = { path, sent: sentBy(req.originalUrl), faults: faultsWith(frame, faults) };
    req.url = `${path}${rest}`;
    for (const header of ['Content-Disposition', 'Content-Length']) res.removeHeader(header);
    const onward = (thrown?: unknown): void => {
      if (thrown) again(thrown, req, res, next);
      else next();
    };
    watchTimes(req, res, () => table.handler(req, res, onward));
  };
};

const faultsWith = ({ wrongQuery }: ReturnType<typeof frameOf>, faults: WrongQuery['faults']) => [
  ...(wrongQuery?.faults ?? []),
  ...faults,
];

const sentBy = (url: string): Sent => parsePairs(url.split('?')[1] ?? '');

/** What is left of a query; null where nothing is left out, as then no other answer would come of it. */
function withoutFaults(req: Request, { faults }: WrongQuery): string | null {
  const sent = sentBy(req.url);
  const wrong = new Set(faults.map(({ field }) => field.split('.')[0]));
  const rest = Object.entries(sent).filter(([name]) => !wrong.has(name));
  const all = Object.keys(sent).length;
  if (all === 0) return null;
  // A fault of several fields together stands at one that need not be in the address.
  const kept = rest.length < all ? rest : [];
  const pairs = kept.flatMap(([name, value]) => [value].flat().map((text) => [name, text]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import type { Fault } from '../language/refusal.js';
import { watchTimes } from './asked-times.js';
import { wantsJson } from './error-handler.js';
import { WrongQuery } from './errors.js';
import { parsePairs, type Sent } from './form-body.js';
import { frameOf } from './frame.js';
import type { RouteTable } from './route-table.js';
import { wrongQueryAlone } from './views.js';

/**
 * Answers an address whose query is wrong with the form of its page, as it was typed, each fault at its field: the
 * page is asked again without what is wrong, and of that answer the form alone is shown. A file has the form of its list,
 * a page without one that of the page which asks for it. Where nothing can be asked again, what is wrong is all that is said.
 */
export const showItsForm = (table: RouteTable): ErrorRequestHandler => {
  return function again(error: unknown, req: Request, res: Response, next: NextFunction): void {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    const path = error instanceof WrongQuery ? pageOf(req, error, table) : null;
    if (path === null || !isRead || res.headersSent || wantsJson(req)) {
      next(error);
      return;
    }
    const frame = frameOf(res);
    const { faults } = error as WrongQuery;
    const rest = withoutFaults(req, faults);
    frame.wrongQuery = { path, sent: sentBy(req.originalUrl), faults: faultsWith(frame, faults) };
    for (const header of ['Content-Disposition', 'Content-Length']) res.removeHeader(header);
    if (rest === null) {
      wrongQueryAlone(res);
      return;
    }
    req.url = `${path}${rest}`;
    const onward = (thrown?: unknown): void => {
      if (thrown) again(thrown, req, res, next);
      else next();
    };
    watchTimes(req, res, () => table.handler(req, res, onward));
  };
};

/** The page whose form is shown; null for what is no page, such as a picture. */
function pageOf(req: Request, { askedBy }: WrongQuery, table: RouteTable): string | null {
  const path = askedBy ?? req.path.replace(/\.(?:csv|xlsx)$/, '');
  return /^\/[\w/-]*$/.test(path) && table.routeOf('GET', path) !== null ? path : null;
}

/** With those that were found before: of one field the first counts, as it is left out of what is asked again. */
function faultsWith({ wrongQuery }: ReturnType<typeof frameOf>, faults: Fault[]): Fault[] {
  const before = wrongQuery?.faults ?? [];
  const found = faults.map((fault) => ({ ...fault, field: nameOf(fault) }));
  return [...before, ...found].filter(
    ({ field }, i, all) => all.findIndex((other) => other.field === field) === i,
  );
}

/** Of several values of one name each has a place: case.0 */
const nameOf = ({ field }: Fault): string => field.split('.')[0] as string;

const sentBy = (url: string): Sent => parsePairs(url.split('?')[1] ?? '');

/** What is left of a query; null where nothing is left out, as then no other answer would come of it. */
function withoutFaults(req: Request, faults: Fault[]): string | null {
  const sent = sentBy(req.url);
  const wrong = new Set(faults.map(nameOf));
  const rest = Object.entries(sent).filter(([name]) => !wrong.has(name));
  const all = Object.keys(sent).length;
  if (all === 0) return null;
  // A fault of several fields together stands at one that need not be in the address.
  const kept = rest.length < all ? rest : [];
  const pairs = kept.flatMap(([name, value]) => [value].flat().map((text) => [name, text]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

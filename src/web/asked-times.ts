import type { Request, RequestHandler, Response } from 'express';
import { WrongQuery } from './errors.js';
import { parsePairs, type Sent } from './form-body.js';
import { frameOf } from './frame.js';

/** What pages call the day, the month, the period or the position that they are read as of. */
const times = ['asOf', 'position', 'month', 'period', 'from', 'to', 'on', 'day', 'date', 'year'];

/** One of them as people may spell it, `asof` or `as_of`, which no page looks at. */
const spelling = times.map((name) => name.replace('asOf', 'as[-_]?of')).join('|');
const isTime = new RegExp(`^(?:${spelling})$`, 'i');
const hasTime = new RegExp(`(?:^|&)(?:${spelling})=`, 'i');

/** Marks each time of an address that is looked at, so that a page which looks at none is not taken for one of that time. */
export const watchTimes: RequestHandler = (req, res, next) => {
  // An address that is asked again without what is wrong has other times.
  delete (req as { query?: unknown }).query;
  const start = req.url.indexOf('?');
  const query = start < 0 ? '' : req.url.slice(start + 1);
  const isAsked = req.method === 'GET' && hasTime.test(query);
  frameOf(res).times = isAsked ? watch(req, parsePairs(query)) : null;
  next();
};

function watch(req: Request, sent: Sent) {
  const unread = new Set(Object.keys(sent).filter((name) => sent[name] && isTime.test(name)));
  const read = new Set<string>();
  const watched = { ...sent };
  for (const name of times.filter((time) => unread.has(time))) {
    const get = () => {
      unread.delete(name);
      read.add(name);
      return sent[name];
    };
    Object.defineProperty(watched, name, { get, enumerable: true, configurable: true });
  }
  Object.defineProperty(req, 'query', { value: watched, configurable: true });
  return { read, unread };
}

/**
 * @param read those that a page which was kept has looked at
 * @throws WrongQuery where the address names a time that its page or file has not looked at
 */
export function refuseUnreadTimes(res: Response, read: string[] = []): void {
  const { times } = frameOf(res);
  const unread = [...(times?.unread ?? [])].filter((name) => !read.includes(name));
  if (unread.length === 0 || res.statusCode >= 400) return;
  throw new WrongQuery(unread.map((field) => ({ field, key: 'web.query.no-time' })));
}

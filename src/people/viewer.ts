import type { Request, RequestHandler, Response } from 'express';
import { wantsJson } from '../web/error-handler.js';
import { HttpProblem } from '../web/errors.js';
import { leadOn } from '../web/lead-on.js';

export const roles = [
  'founder',
  'park-manager',
  'county-reviewer',
  'bureau-staff',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Who is asking. Queries take it, and see only what it may see. */
export type Viewer = {
  accountId: number;
  username: string;
  name: string;
  role: Role;
  regionCode: string | null;
  /** A manager's parks; for a county reviewer those of the region. */
  parkIds: number[];
  personId: number | null;
};

/** Who is signed in, or null for a visitor: for public pages. */
export function viewerOrNull(res: Response): Viewer | null {
  return (res.locals.viewer as Viewer | undefined) ?? null;
}

/** Who is signed in: for everything below the line of `requireSignIn`. */
export function viewerOf(res: Response): Viewer {
  const viewer = viewerOrNull(res);
  if (!viewer) throw new HttpProblem(401);
  return viewer;
}

/**
 * The number of a record has a digit in it. A word in its place, as in /waivers/quee, is a mistyped address: it is said to
 * be one, and no sign-in is asked for, whoever reads it.
 */
const isMistyped = ({ params }: Request): boolean =>
  ['number', 'id'].some((name) => name in params && !/\d/.test(String(params[name])));

/** Leads a visitor who wants a page to the sign-in and back, where there can be one; everything else gets 401. */
export const requireSignIn: RequestHandler = (req, res, next) => {
  if (viewerOrNull(res)) return next();
  const isPage = (req.method === 'GET' || req.method === 'HEAD') && !wantsJson(req);
  if (!isPage) throw new HttpProblem(401);
  if (isMistyped(req)) throw new HttpProblem(404);
  res.set('Cache-Control', 'no-store');
  leadOn(res, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`);
};

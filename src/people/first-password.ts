import type { Request, Response } from 'express';
import { wantsJson } from '../web/error-handler.js';
import { Forbidden } from '../web/errors.js';
import { leadOn } from '../web/lead-on.js';

const passwordPage = '/account/password';
const givenMs = 7 * 24 * 60 * 60_000;

/** Until when a password holds that somebody else has set. */
export const givenPasswordEnds = (givenAt: Date): Date => new Date(givenAt.getTime() + givenMs);

/**
 * Holds back whoever signed in with a password that somebody else has set: until another is chosen, the session opens
 * the page for that and can be ended, and nothing else, public pages and the API included.
 * @returns whether the request was answered: a page leads to the form
 * @throws Forbidden for everything else
 */
export function holdBack(req: Request, res: Response): boolean {
  const isReading = req.method === 'GET' || req.method === 'HEAD';
  const isChoosing = req.path === passwordPage && (isReading || req.method === 'POST');
  if (isChoosing || (req.path === '/sign-out' && req.method === 'POST')) return false;
  if (!isReading || wantsJson(req)) throw new Forbidden('people.first-password.needed');
  leadOn(res, passwordPage);
  return true;
}

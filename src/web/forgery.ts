import type { RequestHandler } from 'express';
import { Forbidden } from './errors.js';
import { tokenMatches } from './form-token.js';
import { frameOf } from './frame.js';

/** A form of this site's own that is of an earlier session. */
export const STALE = 'web.stale';
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and was sent by another site's page: browsers say so in
 * Sec-Fetch-Site or Origin, and a signed-in viewer's form must carry the token of the session.
 * A visitor has no session to abuse, so for one only the headers count.
 */
export const refuseForgery: RequestHandler = (req, res, next) => {
  if (harmless.has(req.method)) return next();
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw forged();
  const origin = req.get('origin');
  if (origin !== undefined && !isOwnOrigin(origin, req.host)) throw forged();
  const secret = frameOf(res).formSecret;
  if (secret === null || tokenMatches(req.body?._token, secret)) return next();
  // Of this site by the word of the browser: its page is of an earlier session, and may be sent again from a new one.
  throw site === 'same-origin' && origin !== undefined ? new Forbidden(STALE) : forged();
};

/** The scheme is left out: behind a proxy that ends https this process sees plain http. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function forged(): Forbidden {
  return new Forbidden('web.forged');
}

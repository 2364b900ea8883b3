import type { RequestHandler } from 'express';
import { Forbidden } from './errors.js';
import { tokenMatches } from './form-token.js';
import { frameOf } from './frame.js';

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
  if (secret !== null && !tokenMatches(req.body?._token, secret)) throw forged();
  next();
};

/** The scheme is left out: behind a proxy that ends https this process sees plain http. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function forged(): Forbidden {
  return new Forbidden('web.forged');
}

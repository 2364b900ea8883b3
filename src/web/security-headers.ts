import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The page may load only what this site serves, and no script or style stands inside it. */
export function securityHeaders(secure: boolean): RequestHandler {
  const headers = headersSetBy(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          // On an intranet's plain http these would lead to an address that nobody serves.
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // no-referrer would make browsers send our own forms with "Origin: null".
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: secure,
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
      xFrameOptions: { action: 'deny' },
    }),
  );
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** The headers that a handler sets; they are the same on every answer, so it is asked once. */
function headersSetBy(handler: RequestHandler): [string, string][] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  handler(answer.req as Request, answer as Response, () => {});
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
}

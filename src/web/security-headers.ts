import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The page may load only what this site serves, and no script or style stands inside it. */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
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
  });
}

import './words.js';
import path from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { aboutRoutes } from './about/routes.js';
import { apiRoutes } from './api/routes.js';
import { betweenRooms } from './between-rooms.js';
import { chartRoutes } from './charts/routes.js';
import { consentRoomRoutes } from './consents/routes.js';
import { dashboardRoutes } from './dashboard/routes.js';
import { eligibilityRoutes } from './eligibility/routes.js';
import type { ExportingDeps } from './exports/deps.js';
import { exportRoutes } from './exports/routes.js';
import { figureRoutes } from './figures/routes.js';
import { findRoutes } from './find/routes.js';
import { holidayRoutes } from './holidays/routes.js';
import { identityRoutes } from './identities/routes.js';
import { importRoomRoutes } from './imports/routes.js';
import { ledgerRoutes } from './ledger/routes.js';
import { listRoomRoutes } from './lists/routes.js';
import { messageRoutes } from './messages/routes.js';
import { noticeRoutes } from './notices/routes.js';
import { everyToday, everyWaiting } from './on-the-day.js';
import { afterChange } from './outbox/outbox.js';
import { parityRoutes } from './parity/routes.js';
import { parkRoutes } from './parks/routes.js';
import { paymentRoutes } from './payments/routes.js';
import { holdForm } from './people/held-form.js';
import { peopleRoutes } from './people/routes.js';
import { readSession } from './people/session-cookie.js';
import { requireSignIn } from './people/viewer.js';
import { personRoutes } from './persons/routes.js';
import { policyRoutes } from './policies/routes.js';
import { prereviewRoutes } from './prereview/routes.js';
import { proofRoutes } from './proofs/routes.js';
import { showReceipt } from './receipts/show-receipt.js';
import { reportRoutes } from './reports/routes.js';
import { returnRoutes } from './returns/routes.js';
import { todayRoutes } from './today/routes.js';
import { trackingRoutes } from './tracking/routes.js';
import { historyRoutes } from './trail/routes.js';
import type { SealingDeps } from './vault/deps.js';
import { ventureRoutes } from './ventures/routes.js';
import { visitRoutes } from './visits/routes.js';
import { waiverRoutes } from './waivers/routes.js';
import { watchTimes } from './web/asked-times.js';
import { loadAssets, serveAssets } from './web/assets.js';
import { answerError, notFound } from './web/error-handler.js';
import { refuseForgery } from './web/forgery.js';
import { parsePairs, readFormBody, refuseBrokenAddress } from './web/form-body.js';
import { startFrame } from './web/frame.js';
import { healthRoutes } from './web/health.js';
import { noteEvents } from './web/note-events.js';
import { requestLog } from './web/request-log.js';
import { RouteTable } from './web/route-table.js';
import { securityHeaders } from './web/security-headers.js';
import { loadViews } from './web/views.js';
import { showItsForm } from './web/wrong-query.js';

/** Each says in its `routes.ts` what is open to everyone, what takes files, and what needs a sign-in. */
const rooms = [
  aboutRoutes,
  apiRoutes,
  chartRoutes,
  consentRoomRoutes,
  dashboardRoutes,
  eligibilityRoutes,
  exportRoutes,
  figureRoutes,
  findRoutes,
  historyRoutes,
  holidayRoutes,
  identityRoutes,
  importRoomRoutes,
  ledgerRoutes,
  listRoomRoutes,
  noticeRoutes,
  messageRoutes,
  parityRoutes,
  parkRoutes,
  paymentRoutes,
  peopleRoutes,
  personRoutes,
  policyRoutes,
  prereviewRoutes,
  proofRoutes,
  reportRoutes,
  returnRoutes,
  todayRoutes,
  trackingRoutes,
  ventureRoutes,
  visitRoutes,
  waiverRoutes,
];

/**
 * Beside what the rooms are given: whether the data is invented, which every page then says, and what sends
 * the messages of an act once it is done.
 */
export type Site = SealingDeps &
  ExportingDeps & { log: Logger; isDemo: boolean; wakeOutbox?: () => void };

/** The whole site: what each request passes through, in this order. */
export function createApp({ log, isDemo, wakeOutbox = () => {}, ...deps }: Site): Express {
  const { config } = deps;
  const app = express();
  const assets = loadAssets(path.join(config.root, 'static'));
  const table = new RouteTable(
    rooms.map((routesOf) => routesOf({ ...deps, ...betweenRooms, everyToday })),
    {
      uploads: [], // a route that takes a file or a large table reads it itself, and asks for sign-in and token itself
      open: [readFormBody, refuseForgery, noteEvents],
      signedIn: [readFormBody, refuseForgery, requireSignIn, noteEvents],
    },
  );
  app.locals.views = loadViews(path.join(config.root, 'views'), assets);
  app.locals.routes = table;
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', (query: string | null) => parsePairs(query ?? ''));

  app.use(requestLog(log), securityHeaders(config.secureCookies), compression());
  app.use(startFrame(isDemo, config.secureCookies), refuseBrokenAddress);
  app.use('/static', serveAssets(path.join(config.root, 'static'), assets));
  app.use(healthRoutes(deps), afterChange(wakeOutbox));
  app.use(readSession(deps, everyWaiting), showReceipt(deps));
  app.use(watchTimes, table.handler);
  app.use(table.methodNotAllowed, notFound);
  app.use(showItsForm(table), holdForm, answerError);
  return app;
}

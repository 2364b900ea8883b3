import path from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { apiRoutes } from './api/routes.js';
import { chartRoutes } from './charts/routes.js';
import { dashboardRoutes } from './dashboard/routes.js';
import { eligibilityRoutes } from './eligibility/routes.js';
import { figureChangeRoutes } from './figures/change-routes.js';
import { consistencyRoutes } from './figures/consistency-routes.js';
import { definitionsRoutes } from './figures/definitions-routes.js';
import { figureMembersRoutes } from './figures/members-routes.js';
import { publishRoutes } from './figures/publish-routes.js';
import { publishedRoutes } from './figures/published-routes.js';
import { figureRoutes } from './figures/routes.js';
import { historyRoutes } from './history/routes.js';
import { consentRoutes } from './identities/consent-routes.js';
import { identityRoutes } from './identities/identity-routes.js';
import { ledgerRoutes } from './ledger/routes.js';
import { noticeRoutes } from './notices/routes.js';
import { afterChange } from './outbox/outbox.js';
import { outboxRoutes } from './outbox/routes.js';
import { parityRoutes } from './parity/routes.js';
import { parkRoutes } from './parks/park-routes.js';
import { publicParkRoutes } from './parks/public-routes.js';
import { spaceRoutes } from './parks/space-routes.js';
import { parkStructureRoutes } from './parks/structure-routes.js';
import { accountRequestRoutes } from './people/account-requests/routes.js';
import { accountRoutes } from './people/account-routes.js';
import { accountSettingsRoutes } from './people/account-settings-routes.js';
import { accountsRoutes } from './people/accounts-routes.js';
import { personRoutes } from './people/person-routes.js';
import { phoneRoutes } from './people/phone-routes.js';
import { registrationRoutes } from './people/registration-routes.js';
import { readSession } from './people/session-cookie.js';
import { signInRoutes } from './people/sign-in-routes.js';
import { requireSignIn } from './people/viewer.js';
import { draftRoutes } from './policies/draft-routes.js';
import { editorRoutes } from './policies/editor-routes.js';
import { newPolicyRoutes } from './policies/new-routes.js';
import { publicPolicyRoutes } from './policies/public-routes.js';
import { prereviewRoutes } from './prereview/routes.js';
import { proofRoutes } from './proofs/proof-routes.js';
import { proofUploadRoutes } from './proofs/upload-routes.js';
import { reportsRoutes } from './reports/routes.js';
import { verifyUploadRoutes } from './reports/verify-routes.js';
import { closingRoutes } from './returns/closing-routes.js';
import { evidenceRoutes } from './returns/evidence-routes.js';
import { parkReturnRoutes, returnGridRoutes } from './returns/grid-routes.js';
import { importRoutes, importUploadRoutes } from './returns/import-routes.js';
import { returnMoveRoutes } from './returns/move-routes.js';
import { returnsOverviewRoutes } from './returns/overview-routes.js';
import { reopeningRoutes } from './returns/reopening-routes.js';
import { reportRoutes } from './returns/report-routes.js';
import { returnRoutes } from './returns/return-routes.js';
import { rosterRoutes, rosterUploadRoutes } from './returns/roster-routes.js';
import { returnRulesRoutes } from './returns/rules-routes.js';
import { submissionRoutes } from './returns/submission-routes.js';
import { trackingRoutes } from './tracking/routes.js';
import type { SealingDeps } from './vault/deps.js';
import { residencyRoutes } from './ventures/residency-routes.js';
import { roleRoutes } from './ventures/role-routes.js';
import { ventureRoutes } from './ventures/routes.js';
import { tenancyRoutes } from './ventures/tenancy-routes.js';
import { visitsRoutes } from './visits/routes.js';
import { waiverUploadRoutes } from './waivers/applying/proof-upload-routes.js';
import { deskRoutes, founderRoutes } from './waivers/routes.js';
import { loadAssets, serveAssets } from './web/assets.js';
import { answerError, notFound } from './web/error-handler.js';
import { refuseForgery } from './web/forgery.js';
import { parsePairs, readFormBody, refuseBrokenAddress } from './web/form-body.js';
import { startFrame } from './web/frame.js';
import { healthRoutes } from './web/health.js';
import { methodNotAllowed } from './web/method-not-allowed.js';
import { requestLog } from './web/request-log.js';
import { securityHeaders } from './web/security-headers.js';
import { loadViews } from './web/views.js';

/**
 * Beside what the rooms are given: whether the data is invented, which every page then says, and what sends
 * the messages of an act once it is done.
 */
export type Site = SealingDeps & { log: Logger; isDemo: boolean; wakeOutbox?: () => void };

/** The whole site: what each request passes through, in this order. */
export function createApp({ log, isDemo, wakeOutbox = () => {}, ...deps }: Site): Express {
  const { config } = deps;
  const app = express();
  const assets = loadAssets(path.join(config.root, 'static'));
  app.locals.views = loadViews(path.join(config.root, 'views'), assets);
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', (query: string | null) => parsePairs(query ?? ''));

  app.use(requestLog(log), securityHeaders(config.secureCookies), compression());
  app.use(startFrame(isDemo, config.secureCookies), refuseBrokenAddress);
  app.use('/static', serveAssets(path.join(config.root, 'static'), assets));
  app.use(healthRoutes(deps), afterChange(wakeOutbox));
  app.use(readSession(deps));
  app.use(proofUploadRoutes(deps), waiverUploadRoutes(deps)); // a file has a reader of its own: it asks for sign-in and token itself
  app.use(returnGridRoutes(deps), rosterUploadRoutes(deps), importUploadRoutes(deps)); // and so has a table
  app.use(verifyUploadRoutes(deps));
  app.use(readFormBody, refuseForgery);

  // Public: everything that a visitor may see stands here.
  app.use(signInRoutes(deps), registrationRoutes(deps));
  app.use(apiRoutes(deps), chartRoutes(deps));
  app.use(noticeRoutes(deps), trackingRoutes(deps));
  app.use(parityRoutes(deps)); // asks for a sign-in itself: /policies/:code would take its address
  app.use(publicParkRoutes(deps), publicPolicyRoutes(deps), eligibilityRoutes(deps));
  app.use(consistencyRoutes(deps), definitionsRoutes(deps), publishedRoutes(deps));
  app.use(figureRoutes(deps));

  // Below this line: only who has signed in.
  app.use(requireSignIn);
  app.use(parkRoutes(deps), spaceRoutes(deps), parkStructureRoutes(deps));
  app.use(newPolicyRoutes(deps), draftRoutes(deps), editorRoutes(deps));
  app.use(accountRoutes(deps), accountSettingsRoutes(deps), accountsRoutes(deps));
  app.use(accountRequestRoutes(deps));
  app.use(prereviewRoutes(deps));
  app.use(historyRoutes(deps), ventureRoutes(deps), residencyRoutes(deps), tenancyRoutes(deps));
  app.use(roleRoutes(deps), visitsRoutes(deps));
  app.use(personRoutes(deps), consentRoutes(deps), identityRoutes(deps), proofRoutes(deps));
  app.use(phoneRoutes(deps), outboxRoutes(deps));
  app.use(deskRoutes(deps), founderRoutes(deps));
  app.use(returnRoutes(deps), returnsOverviewRoutes(deps), reportRoutes(deps));
  app.use(
    returnRulesRoutes(deps),
    closingRoutes(deps),
    reopeningRoutes(deps),
    evidenceRoutes(deps),
  );
  app.use(
    submissionRoutes(deps),
    returnMoveRoutes(deps),
    parkReturnRoutes(deps),
    rosterRoutes(deps),
    importRoutes(deps),
  );
  app.use(dashboardRoutes(deps), ledgerRoutes(deps), reportsRoutes(deps));
  app.use(publishRoutes(deps), figureChangeRoutes(deps), figureMembersRoutes(deps));

  app.use(methodNotAllowed(app), notFound);
  app.use(answerError);
  return app;
}

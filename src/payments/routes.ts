import { Router } from 'express';
import type { SealingDeps } from '../vault/deps.js';
import type { RoomRoutes } from '../web/route-table.js';
import { answerUploadRoutes, batchRoutes } from './batches/batch-routes.js';
import { claimRoutes, receiptUploadRoutes } from './claims/claim-routes.js';
import { grantRoutes } from './grant-routes.js';
import { paymentListRoutes } from './list-routes.js';
import { payeeRoutes } from './payees/payee-routes.js';

/** 补贴拨付: to whom a subsidy is paid, what is claimed of it, and how it is paid. */
export function paymentRoutes(deps: SealingDeps): RoomRoutes {
  return {
    uploads: Router().use(receiptUploadRoutes(deps), answerUploadRoutes(deps)),
    signedIn: Router()
      .use(paymentListRoutes(deps), grantRoutes(deps), payeeRoutes(deps))
      .use(claimRoutes(deps), batchRoutes(deps)),
  };
}

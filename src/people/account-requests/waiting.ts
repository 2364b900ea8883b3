import { sql } from '../../database/sql.js';
import { canAddAccounts } from '../account-rules.js';
import type { WaitingSource } from '../waiting.js';

/** The requests that wait for a second administrator. */
export const requestsWaiting: WaitingSource = {
  href: '/accounts',
  tables: ['AccountRequest'],
  count: async (_reads, viewer, now) =>
    canAddAccounts(viewer)
      ? sql`(SELECT COUNT(*) FROM "AccountRequest" WHERE "outcome" IS NULL AND "expiresAt" > ${now}
          AND "requestedById" <> ${viewer.accountId} AND COALESCE("accountId", 0) <> ${viewer.accountId})`
      : null,
};

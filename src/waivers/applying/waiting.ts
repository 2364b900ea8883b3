import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import { applicationScope } from '../../people/case-scope.js';
import type { WaitingSource } from '../../people/waiting.js';
import { withFounder } from './today.js';

/** The own cases that wait for a founder. */
export const ownCasesWaiting: WaitingSource = {
  href: '/waivers',
  tables: ['WaiverApplication'],
  count: async (_reads, viewer) =>
    viewer.role === 'founder'
      ? sql`(SELECT COUNT(*) FROM "WaiverApplication" a
          WHERE ${applicationScope(viewer).sql} AND a."state" IN ${listed(withFounder)})`
      : null,
};

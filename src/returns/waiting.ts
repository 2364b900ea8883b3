import { today } from '../calendar/days.js';
import { sql } from '../database/sql.js';
import type { WaitingSource } from '../people/waiting.js';
import { currentRules, waitingReturns } from './waiting-returns.js';

/** The returns that wait for whoever files, approves or accepts them. */
export const returnsWaiting: WaitingSource = {
  href: '/returns',
  tables: ['MonthlyReturn', 'ClosedMonth', 'Reopening', 'LedgerBalance', 'Park', 'Setting'],
  count: async (reads, viewer, now) => {
    const rows = waitingReturns(viewer, today(now), await currentRules(reads));
    return rows && sql`(SELECT COUNT(*) FROM (${rows}) AS "waiting")`;
  },
};

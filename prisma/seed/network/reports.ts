import type { Tx } from '../../../src/database/database.js';
import { makeSchedule } from '../../../src/exports/make-schedule.js';
import { saveCrossTable } from '../../../src/reports/save-cross-table.js';
import { reportScheduling } from '../../../src/reports/scheduling.js';
import { setThresholds } from '../../../src/reports/set-thresholds.js';

/** When it sat down to do so, among what else is recorded. */
export const reportsAt = new Date('2026-10-12T02:00:00Z');

/** What the bureau set up for itself: its own standards, a table that it looks at again and again, and two reports a month. */
export async function seedReports(tx: Tx): Promise<void> {
  const where = { username: 'bureau' };
  const by = { accountId: (await tx.account.findUniqueOrThrow({ where })).id, at: reportsAt };
  const standards = {
    ventures: 15,
    survival: 8500,
    'on-time': 6000,
    use: 8000,
    'jobs-each': 1000,
    'stay-months': 36,
    'visit-days': 60,
    activities: 1,
    reach: 7000,
  };
  await setThresholds(tx, by, standards, { kind: 'from', day: '2025-01-01' });
  const query =
    'measure=jobs&rows=region&columns=month&from=2026-04&to=2026-09&scope=network&structure=now';
  const id = await saveCrossTable(tx, by, { name: '分县区半年带动就业', query });
  const monthly = { scope: 'network', format: 'xlsx', cadence: 'monthly', lang: 'zh' } as const;
  await makeSchedule(tx, by, { ...monthly, report: 'monthly-bulletin', day: 5 }, reportScheduling);
  await makeSchedule(tx, by, { ...monthly, report: `cross-table:${id}`, day: 6 }, reportScheduling);
}

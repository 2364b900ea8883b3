import type { Tx } from '../../../src/database/database.js';
import { makeSchedule } from '../../../src/exports/make-schedule.js';
import type { Actor } from '../../../src/history/actor.js';
import { makeSay } from '../../../src/language/say.js';
import { headPosition } from '../../../src/ledger/totals.js';
import type { Role } from '../../../src/people/viewer.js';
import { askReport } from '../../../src/reports/ask-report.js';
import { textOf } from '../../../src/reports/papers/edited-text.js';
import { keepPaper } from '../../../src/reports/papers/keep-paper.js';
import { makePaper } from '../../../src/reports/papers/paper.js';
import { saveCrossTable } from '../../../src/reports/save-cross-table.js';
import { reportScheduling } from '../../../src/reports/scheduling.js';
import { setThresholds } from '../../../src/reports/set-thresholds.js';
import { standardReports } from '../../../src/reports/standard-reports.js';

/** When it sat down to do so, among what else is recorded. */
export const reportsAt = new Date('2026-10-12T02:00:00Z');

/**
 * What the bureau set up for itself: its own standards, a table that it looks at again and again, two
 * reports a month, and the bulletin that it handed in.
 */
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
  await fileBulletin(tx, by);
  const monthly = { scope: 'network', format: 'xlsx', cadence: 'monthly', lang: 'zh' } as const;
  await makeSchedule(tx, by, { ...monthly, report: 'monthly-bulletin', day: 5 }, reportScheduling);
  await makeSchedule(tx, by, { ...monthly, report: `cross-table:${id}`, day: 6 }, reportScheduling);
}

/** September's bulletin, to whose text somebody has added a sentence. */
async function fileBulletin(tx: Tx, by: Actor & { accountId: number }): Promise<void> {
  const of = {
    report: 'monthly-bulletin',
    scope: 'network',
    period: '2026-09',
    lang: 'zh',
  } as const;
  const { id, username, name, role, regionCode, personId } = await tx.account.findUniqueOrThrow({
    where: { id: by.accountId },
  });
  const viewer = {
    accountId: id,
    username,
    name,
    role: role as Role,
    regionCode,
    parkIds: [],
    personId,
  };
  const position = await headPosition(tx);
  const context = await askReport(
    { db: tx, clock: { now: () => by.at } },
    {
      key: of.report,
      viewer,
      query: { scope: of.scope, period: of.period, position: String(position) },
      voice: { say: makeSay('zh'), lang: 'zh' },
    },
  );
  const sections = await standardReports[of.report].build(context);
  const made = await makePaper(of.report, context, { sections, position });
  const text = `${textOf(made.paragraphs)}\n八、下步安排\n10月中旬组织2场招聘会，逐户核实未报月报的创业主体。`;
  const issuer = '舟山市人力资源和社会保障局';
  await keepPaper(tx, by, { ...of, title: made.title, issuer, text, made });
}

import { type Response, Router } from 'express';
import { day } from '../language/format.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { canReadReports } from './ask-report.js';
import { reportChartRoutes } from './chart-routes.js';
import { crossRoutes } from './cross-routes.js';
import { jobRoutes } from './job-routes.js';
import { presentJob } from './present-jobs.js';
import { recordsRoutes } from './records-routes.js';
import { type ReportKey, reportKeys } from './report.js';
import { reportRoutes } from './report-routes.js';
import { scheduleRoutes } from './schedule-routes.js';
import { isReportKey } from './standard-reports.js';
import { thresholdRoutes } from './threshold-routes.js';
import { verifyRoutes } from './verify-routes.js';

/** Reports, cross-tables, and the files made of them. */
export function reportsRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports', (_req, res) => showReports(deps, res));
  router.use(reportRoutes(deps), recordsRoutes(deps), crossRoutes(deps), thresholdRoutes(deps));
  router.use(jobRoutes(deps), scheduleRoutes(deps), verifyRoutes(), reportChartRoutes(deps));
  return router;
}

/** The lists of one account are short; what is older is found in the history. */
const mostListed = 20;

async function showReports({ db }: Deps, res: Response): Promise<void> {
  allow(canReadReports(viewerOf(res)));
  const { say, lang } = frameOf(res);
  const own = { accountId: viewerOf(res).accountId };
  const newest = { orderBy: { id: 'desc' }, take: mostListed } as const;
  const kept = await db.crossTable.findMany({ where: { removedAt: null, ...own }, ...newest });
  const jobs = await db.reportJob.findMany({ where: own, ...newest });
  const schedules = await db.reportSchedule.findMany({
    where: { endedAt: null, ...own },
    ...newest,
  });
  const nameOf = (report: string) =>
    isReportKey(report)
      ? say(`reports.name.${report satisfies ReportKey}`)
      : (kept.find(({ id }) => report === `cross-table:${id}`)?.name ?? say('reports.cross.title'));
  page(res, 'reports/reports', {
    title: say('reports.title'),
    reports: reportKeys.map((key) => ({
      href: `/reports/${key}`,
      name: say(`reports.name.${key}`),
      text: say(`reports.lead.${key}`),
    })),
    kept: kept.map(({ id, name }) => ({ href: `/reports/cross-tables/${id}`, name })),
    jobs: jobs.map((job) => presentJob(job, { say, lang })),
    schedules: schedules.map((one) => ({
      name: nameOf(one.report),
      end: `/reports/schedules/${one.id}/end`,
      cadence: say(`reports.cadence.${one.cadence as 'weekly'}`),
      next: day(one.nextDueOn, lang),
    })),
  });
}

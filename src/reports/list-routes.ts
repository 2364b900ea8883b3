import { type Response, Router } from 'express';
import { presentJob } from '../exports/present-jobs.js';
import { day, time } from '../language/format.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { canReadReports } from './ask-report.js';
import { papersInSight } from './papers/find-paper.js';
import { type ReportKey, reportKeys } from './report.js';
import { isReportKey } from './standard-reports.js';

/** What there is to open: reports, own cross-tables, files and schedules. */
export function reportListRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports', (_req, res) => showReports(deps, res));
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
  const papers = await db.reportPaper.findMany({
    where: papersInSight(viewerOf(res)),
    select: { id: true, title: true, keptAt: true, account: { select: { name: true } } },
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
    papers: papers.map(({ id, title, keptAt, account: { name } }) => ({
      href: `/reports/papers/${id}`,
      title,
      kept: say('reports.paper.filed-by', { name, time: time(keptAt, lang) }),
    })),
    kept: kept.map(({ id, name }) => ({ href: `/reports/cross-tables/${id}`, name })),
    jobs: jobs.map((job) => presentJob(job, { say, lang })),
    schedules: schedules.map((schedule) => ({
      name: nameOf(schedule.report),
      end: `/reports/schedules/${schedule.id}/end`,
      cadence: say(`reports.cadence.${schedule.cadence as 'weekly'}`),
      next: day(schedule.nextDueOn, lang),
    })),
  });
}

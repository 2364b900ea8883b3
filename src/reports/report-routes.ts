import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { slowly } from '../database/slowly.js';
import { jobHref } from '../exports/job-address.js';
import { number } from '../language/format.js';
import { scopeName } from '../ledger/present.js';
import { headPosition } from '../ledger/totals.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { askReport, reportAddress } from './ask-report.js';
import { makePaper } from './papers/paper.js';
import { isPaperKey } from './papers/paper-text.js';
import { presentPaper } from './papers/present-paper.js';
import { periodChoices, periodName, periodOf } from './period.js';
import { canFileReports } from './permissions.js';
import { presentSection } from './present-section.js';
import { type ReportKey, reportKeys } from './report.js';
import type { ReportContext } from './report-context.js';
import { asOfOf, coverageOf, reportTitle } from './report-file.js';
import { scopeChoices } from './scope-choices.js';
import { standardReports } from './standard-reports.js';

/** The standard reports, each as a page and on paper. */
export function standardReportRoutes(deps: Deps): Router {
  const router = Router();
  for (const key of reportKeys) {
    router.get(`/reports/${key}`, (req, res) => slowly(() => showReport(deps, req, res, key)));
  }
  return router;
}

async function showReport(deps: Deps, req: Request, res: Response, key: ReportKey): Promise<void> {
  const viewer = viewerOf(res);
  const { say, lang } = frameOf(res);
  const context = await askReport(deps, {
    key,
    viewer,
    query: req.query as Sent,
    voice: { say, lang },
  });
  const { scope, period, position } = context.asked;
  const sections = await standardReports[key].build(context);
  const known = position ?? (await headPosition(deps.db));
  const here = { scope: scope.text, period: period.text, position };
  const paper = isPaperKey(key)
    ? await presentPaper(deps, key, await makePaper(key, context, { sections, position: known }), {
        say,
        lang,
      })
    : null;
  page(res, 'reports/report', {
    title: reportTitle(key, context),
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    over: scopeName(scope, { say, lang }),
    asOf: asOfOf(context),
    coverage: await coverageOf(deps.db, context),
    known: [say('reports.known', { position: number(known, lang) }), context.notOfLedger]
      .filter(Boolean)
      .join(lang === 'zh' ? '' : ' '),
    fixed: reportAddress(key, { ...here, position: known }),
    under: period.isOver ? null : say('reports.period.under-way'),
    ...(await filterOf(deps, context, key, res)),
    sections: sections.map((section) => presentSection(section, { say, lang })),
    paper,
    mayFile: canFileReports(viewer),
    csv: reportAddress(key, here, 'csv'),
    xlsx: reportAddress(key, here, 'xlsx'),
    job: jobHref(reportAddress(key, here, 'xlsx')),
    standards: key === 'park-evaluation' ? '/reports/thresholds' : null,
  });
}

async function filterOf(deps: Deps, context: ReportContext, key: ReportKey, res: Response) {
  const { say, lang } = frameOf(res);
  const now = today(deps.clock.now());
  const { scope, period } = context.asked;
  const periods = [...new Set([period.text, ...periodChoices(standardReports[key].periods, now)])];
  return {
    action: `/reports/${key}`,
    form: formView(say, { period: period.text, scope: scope.text }),
    periods: periods.flatMap((value) => {
      const item = periodOf(value, now);
      return item ? [{ value, label: periodName(item, say, lang) }] : [];
    }),
    scopes: await scopeChoices(deps.db, viewerOf(res), { say, lang }, period.asOf),
  };
}

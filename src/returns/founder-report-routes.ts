import { type Request, type Response, Router } from 'express';
import type { Month } from '../calendar/days.js';
import type { FounderReport } from '../database/generated/client.js';
import { month as monthText } from '../language/format.js';
import { transactOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { findVenture, type VentureWithStays } from '../ventures/find-venture.js';
import { aboutVenture, ventureHref } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView, type Typed } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { monthInAddress } from './asked-return.js';
import { numberColumns, textOf } from './cell-values.js';
import { ReportForm } from './forms.js';
import { canReport, reportJobs } from './founder-report.js';
import { returnFields } from './present.js';

/** A founder's own report of the jobs of a month. */
export function founderReportRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/reports/:month', async (req, res) => {
    const asked = await askedReport(deps, req, res);
    await reportPage(res, asked, formView(sayTo(res), typedReport(asked.report)));
  });
  router.post('/ventures/:number/reports/:month', (req, res) => report(deps, req, res));
  return router;
}

type Asked = { venture: VentureWithStays; month: Month; report: FounderReport | null };

async function askedReport({ db, clock }: Deps, req: Request, res: Response): Promise<Asked> {
  const viewer = viewerOf(res);
  const venture = found(await findVenture(db, viewer, String(req.params.number)));
  allow(canReport(viewer));
  const month = monthInAddress(req, res, clock.now());
  const where = { ventureId_month: { ventureId: venture.id, month } };
  return { venture, month, report: await db.founderReport.findUnique({ where }) };
}

async function report(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await askedReport(deps, req, res);
  const { venture, month } = asked;
  const form = await takeEdit(ReportForm, req.body, (value) =>
    transactOnce(deps, req, res, async (tx, by) => {
      await reportJobs(tx, by, { ...value, ventureId: venture.id, month });
      return '/returns';
    }),
  );
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  const fields = returnFields(say).filter(({ name }) => name !== 'evidence');
  if (!form.isLate)
    return reportPage(res.status(422), asked, formView(say, form.typed, form.faults, fields));
  const { report: standing } = await askedReport(deps, req, res);
  const now = typedReport(standing);
  const typed = { ...form.typed, version: now.version ?? '' };
  const conflict = compareTyped(fields, now, typed, frameOf(res).lang);
  reportPage(res.status(409), asked, formView(say, typed), conflict);
}

function typedReport(of: FounderReport | null): Typed {
  if (!of) return { version: '' };
  const numbers = numberColumns.map((column) => [column, textOf(of[column])]);
  return { ...Object.fromEntries(numbers), note: of.note, version: String(of.version) };
}

function reportPage(
  res: Response,
  { venture, month }: Asked,
  form: FormView,
  conflict: ComparedRow[] = [],
): void {
  const { say, lang } = frameOf(res);
  page(res, 'returns/report', {
    ...aboutVenture(venture, say),
    title: say('returns.report.title', { month: monthText(month, lang) }),
    action: `${ventureHref(venture)}/reports/${month}`,
    form,
    conflict,
    hasErrors: form.summary.length > 0,
  });
}

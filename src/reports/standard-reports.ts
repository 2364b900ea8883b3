import { annualReport } from './annual-report.js';
import { founderCategoriesReport } from './founder-categories.js';
import { inAndOut } from './in-and-out.js';
import { monthlyBulletin } from './monthly-bulletin.js';
import { parkEvaluation } from './park-evaluation.js';
import { quarterlyComparison } from './quarterly-comparison.js';
import { rentReliefReport } from './rent-relief.js';
import { type ReportKey, type ReportKind, reportKeys } from './report.js';
import { waiverLedger } from './waiver-ledger.js';

export const standardReports: Record<ReportKey, ReportKind> = {
  'monthly-bulletin': monthlyBulletin,
  'quarterly-comparison': quarterlyComparison,
  'annual-report': annualReport,
  'in-and-out': inAndOut,
  'park-evaluation': parkEvaluation,
  'founder-categories': founderCategoriesReport,
  'waiver-ledger': waiverLedger,
  'waiver-effect': rentReliefReport,
};

export const isReportKey = (text: unknown): text is ReportKey =>
  reportKeys.some((key) => key === text);

import type { Head } from '../exports/table.js';
import type { PeriodKind } from './period.js';
import type { ReportContext } from './report-context.js';

/** A cell of a report, with the records that make it; `mark` says whether it meets its standard. */
export type ReportCell = {
  value: string | number | null;
  href?: string | undefined;
  mark?: 'good' | 'poor' | undefined;
};

/** A table of a report. Its totals are their own numbers, not always the sum of what stands above. */
export type Section = {
  key: string;
  name: string;
  note?: string | undefined;
  heads: Head[];
  rows: ReportCell[][];
  total?: ReportCell[] | undefined;
};

export const reportKeys = [
  'monthly-bulletin',
  'quarterly-comparison',
  'annual-report',
  'in-and-out',
  'park-evaluation',
  'founder-categories',
  'waiver-ledger',
  'waiver-effect',
] as const;
export type ReportKey = (typeof reportKeys)[number];

/** A standard report: for which periods it is made, and how. */
export type ReportKind = {
  periods: readonly PeriodKind[];
  build: (context: ReportContext) => Promise<Section[]>;
};

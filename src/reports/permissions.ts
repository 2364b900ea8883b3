import { canReadTotals } from '../ledger/seen-scope.js';
import type { Viewer } from '../people/viewer.js';

/** The standards of the park evaluation are the bureau's. */
export const canSetThresholds = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

/** Whoever reads reports and works with them files one; an auditor reads. */
export const canFileReports = (viewer: Viewer): boolean =>
  canReadTotals(viewer) && viewer.role !== 'auditor';

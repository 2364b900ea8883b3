import type { Viewer } from '../people/viewer.js';

/** Who reads what was done: the register's staff in their parks, the administrator of accounts. */
export const canReadHistory = (viewer: Viewer): boolean => viewer.role !== 'founder';

/** Who takes the history out of the system, and reads where the ledger stands. */
export const canExportHistory = (viewer: Viewer): boolean =>
  viewer.role === 'auditor' || viewer.role === 'bureau-staff';

/** Who reads what was done to accounts. */
export const canReadAccountHistory = (viewer: Viewer): boolean =>
  canExportHistory(viewer) || viewer.role === 'administrator';

/** A park's history tells of ventures that have left it since, whom its manager no longer needs to call. */
export const seesEveryPhone = (viewer: Viewer): boolean => viewer.role !== 'park-manager';

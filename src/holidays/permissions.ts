import type { Viewer } from '../people/viewer.js';

/** The staff of the bureau enters a year's notice, and another of them confirms it; an auditor reads what waits. */
export const canEnterNotices = ({ role }: Viewer): boolean => role === 'bureau-staff';
export const canReadWaiting = ({ role }: Viewer): boolean =>
  role === 'bureau-staff' || role === 'auditor';

import type { Viewer } from '../people/viewer.js';

/** The bureau runs the audit of parity; an auditor reads it, too. */
export const canRunParity = ({ role }: Viewer): boolean => role === 'bureau-staff';
export const canReadParity = ({ role }: Viewer): boolean =>
  role === 'bureau-staff' || role === 'auditor';

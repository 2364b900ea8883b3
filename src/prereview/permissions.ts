import type { Viewer } from '../people/viewer.js';

/** Who looks after ventures: the parks, their counties, the bureau; an auditor reads. */
export const canReadFindings = ({ role }: Pick<Viewer, 'role'>): boolean =>
  ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'].includes(role);

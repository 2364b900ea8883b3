import type { Viewer } from '../people/viewer.js';

/** The standards of the park evaluation are the bureau's. */
export const canSetThresholds = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

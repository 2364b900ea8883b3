import type { Viewer } from '../people/viewer.js';

/** Who sees that messages went out, and to whom; what stands in them only their reader does. */
export const canSeeOutbox = (viewer: Viewer): boolean => viewer.role === 'auditor';

import type { Viewer } from '../people/viewer.js';

/** Who publishes, corrects and withdraws figures. */
export const canPublish = (viewer: Viewer | null): boolean => viewer?.role === 'bureau-staff';

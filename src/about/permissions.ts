import type { Viewer } from '../people/viewer.js';

/** The bureau says to whom one turns against what it decides. */
export const canEnterAuthorities = (viewer: Viewer | null): boolean =>
  viewer?.role === 'bureau-staff';

import type { Viewer } from '../people/viewer.js';

/** Drafts are written, read and put in force by the staff of the bureau; an auditor reads them. */
export const canDraftPolicies = (viewer: Viewer | null): boolean => viewer?.role === 'bureau-staff';
export const canReadDrafts = (viewer: Viewer | null): boolean =>
  viewer?.role === 'bureau-staff' || viewer?.role === 'auditor';

import type { Month } from '../calendar/days.js';
import type { Viewer } from '../people/viewer.js';
import type { Whereabouts } from '../people/whereabouts.js';
import { readsMonth } from '../ventures/own-time.js';

/** Who reviews headcounts or keeps them; founders read their grade, and not what others sent in for it. */
const readers: readonly Viewer['role'][] = [
  'park-manager',
  'county-reviewer',
  'bureau-staff',
  'auditor',
];

/** Opens the files that prove a headcount, and reads what they are called. */
export const canOpenReturnProofs = (viewer: Viewer, venture: Whereabouts, month: Month): boolean =>
  readers.includes(viewer.role) && readsMonth(viewer, venture, month);

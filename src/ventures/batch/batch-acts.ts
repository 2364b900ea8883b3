import type { Viewer } from '../../people/viewer.js';
import { canLogVentures, canSeeDoubles } from '../permissions.js';

export const batchActs = ['tell', 'end', 'export'] as const;
export type VentureBatchAct = (typeof batchActs)[number];

/** What a viewer can do with several ventures at once: who keeps the register all, other staff take them out. */
export function batchActsOf(viewer: Viewer): readonly VentureBatchAct[] {
  if (canLogVentures(viewer)) return batchActs;
  return canSeeDoubles(viewer) ? ['export'] : [];
}

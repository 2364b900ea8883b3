import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkId, type Whereabouts } from '../../people/whereabouts.js';
import { refuseUnlessInParks } from '../home-park.js';
import { canWriteInPark } from '../permissions.js';
import { type MergeFound, whereaboutsBefore } from './find-merge.js';

/** Every park that one of some records was ever in, and those that keep them. */
const parksOf = (ventures: readonly Whereabouts[]): number[] =>
  ventures.flatMap((venture) => [
    homeParkId(venture),
    ...venture.residencies.map(({ parkId }) => parkId),
  ]);

/** Who writes the records of every park that either record was in merges them: its manager, where it is one; the bureau. */
export const canMerge = (viewer: Viewer, ventures: readonly Whereabouts[]): boolean =>
  parksOf(ventures).every((parkId) => canWriteInPark(viewer, parkId));

/** @throws Forbidden for who does not */
export const refuseUnlessMerger = (
  tx: Tx,
  by: Actor,
  ventures: readonly Whereabouts[],
): Promise<void> => refuseUnlessInParks(tx, by, parksOf(ventures));

/** Who could merge the two as they were, and writes the merged one, undoes it. */
export const canUndo = (viewer: Viewer, merge: MergeFound): boolean =>
  canMerge(viewer, [merge.survivor, ...whereaboutsBefore(merge)]);

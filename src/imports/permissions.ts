import type { Reads } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { Viewer } from '../people/viewer.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import { canLogVentures, canWriteInPark } from '../ventures/permissions.js';
import { Forbidden } from '../web/errors.js';

/** Lists are brought in by whoever logs ventures one by one. */
export const canImport = canLogVentures;
/** A batch is seen and run by whoever keeps the records of its park. */
export const canImportInto = canWriteInPark;

/** Who brings a list into a park; null is the system: a command. @throws Forbidden for who may not */
export async function refuseUnlessImporter(
  reads: Reads,
  by: Actor,
  parkId: number,
): Promise<Viewer | null> {
  if (by.accountId === null) return null;
  const viewer = await viewerOfAccount(reads, by.accountId);
  if (!viewer || !canImportInto(viewer, parkId)) throw new Forbidden();
  return viewer;
}

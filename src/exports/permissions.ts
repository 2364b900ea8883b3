import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { Role, Viewer } from '../people/viewer.js';
import { allow } from '../web/errors.js';

const staff: Role[] = ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'];

/** Who has files made in the background and on their days, and checks them; each file asks for its own permission beside. */
export const canExport = (viewer: Viewer): boolean => staff.includes(viewer.role);

/** Who acts, as it is now. @throws Forbidden for one that has no files made, or is not active any more */
export async function exporterOf(tx: Tx, by: Actor): Promise<Viewer> {
  const viewer = await actingAccount(tx, by);
  allow(canExport(viewer));
  return viewer;
}

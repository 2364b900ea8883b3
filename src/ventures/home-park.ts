import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { actingViewer } from '../people/acting-viewer.js';
import { homeParkSql } from '../people/whereabouts.js';
import { allow } from '../web/errors.js';
import { canWriteInParks, writableParkIds } from './permissions.js';

/** Refuses who does not write the records of every one of some parks: their managers do, and the bureau. */
export async function refuseUnlessInParks(tx: Tx, by: Actor, parkIds: number[]): Promise<void> {
  const viewer = await actingViewer(tx, by);
  allow(viewer === null || canWriteInParks(viewer, parkIds));
}

/** The same by the parks that keep some ventures. Only of a manager these have to be asked for. */
export async function refuseUnlessKeeper(tx: Tx, by: Actor, ventureIds: number[]): Promise<void> {
  const viewer = await actingViewer(tx, by);
  if (viewer === null) return;
  const parkIds = writableParkIds(viewer);
  if (parkIds === null) return;
  allow(parkIds.length > 0);
  const homes = await rowsOf<{ parkId: number }>(
    tx,
    sql`SELECT DISTINCT ${homeParkSql(sql`v`)} AS "parkId" FROM "Venture" v WHERE v."id" IN ${listed(ventureIds)}`,
  );
  allow(homes.every(({ parkId }) => parkIds.includes(parkId)));
}

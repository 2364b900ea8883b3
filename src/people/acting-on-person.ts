import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { allow } from '../web/errors.js';
import { actingViewer } from './acting-viewer.js';
import { isCurrentPerson } from './merged-people.js';
import type { Whose } from './permissions.js';
import { peopleInScope } from './scope.js';
import type { Viewer } from './viewer.js';
import { homeParkSql } from './whereabouts.js';

/** Refuses who does not see a person, and who may not do this with one. The system may. */
export async function refuseUnlessOfPerson(
  tx: Tx,
  by: Actor,
  personId: number,
  may: (viewer: Viewer, person: Whose) => boolean,
): Promise<void> {
  const viewer = await actingViewer(tx, by);
  if (viewer === null) return;
  allow(await mayOfPerson(tx, viewer, personId, may));
}

/** Whether the viewer sees a person, and may do this with one. */
export async function mayOfPerson(
  reads: Reads,
  viewer: Viewer,
  personId: number,
  may: (viewer: Viewer, person: Whose) => boolean,
): Promise<boolean> {
  const where = { AND: [peopleInScope(viewer), isCurrentPerson.where, { id: personId }] };
  const isSeen = (await reads.person.count({ where })) === 1;
  return isSeen && may(viewer, await whoseOf(reads, personId));
}

/** What the rules read of a person: the parks that keep its ventures. */
async function whoseOf(reads: Reads, personId: number): Promise<Whose> {
  const homes = await rowsOf<{ parkId: number }>(
    reads,
    sql`SELECT ${homeParkSql(sql`v`)} AS "parkId" FROM "PersonRole" r
      JOIN "Venture" v ON v."id" = r."ventureId" WHERE r."personId" = ${personId}`,
  );
  const ventures = homes.map(({ parkId }) => ({ loggedParkId: parkId, residencies: [] }));
  return { id: personId, roles: ventures.map((venture) => ({ venture })) };
}

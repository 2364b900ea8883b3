import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { actingViewer } from '../../people/acting-viewer.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkSql } from '../../people/whereabouts.js';
import { canWriteInPark } from '../../ventures/permissions.js';
import { allow } from '../../web/errors.js';

/** A person and the parks that keep the ventures that the person has or had a role in. */
export type Kept = { personId: number; parkIds: number[] };

/** Who keeps all of both merges two people, and tells them apart: the bureau; a manager, whose parks are all of theirs. */
export const canMergePeople = (viewer: Viewer, people: readonly Kept[]): boolean =>
  viewer.role === 'bureau-staff' ||
  people.every(
    ({ parkIds }) => parkIds.length > 0 && parkIds.every((id) => canWriteInPark(viewer, id)),
  );

/** @param roles whose ventures are meant; those that the people have now where nothing is said */
export async function keptPeople(
  reads: Reads,
  personIds: readonly number[],
  roles?: readonly { personId: number; ventureId: number }[],
): Promise<Kept[]> {
  const pairs =
    roles ?? (await reads.personRole.findMany({ where: { personId: { in: [...personIds] } } }));
  const ventureIds = pairs.map(({ ventureId }) => ventureId);
  const homes = await rowsOf<{ id: number; parkId: number }>(
    reads,
    sql`SELECT v."id", ${homeParkSql(sql`v`)} AS "parkId" FROM "Venture" v WHERE v."id" IN ${listed(ventureIds)}`,
  );
  const parkOf = new Map(homes.map(({ id, parkId }) => [id, parkId]));
  return personIds.map((personId) => ({
    personId,
    parkIds: pairs
      .filter((pair) => pair.personId === personId)
      .flatMap(({ ventureId }) => parkOf.get(ventureId) ?? []),
  }));
}

/** @throws Forbidden for who does not keep all of the people */
export async function refuseUnlessKeepsPeople(
  tx: Tx,
  by: Actor,
  people: readonly Kept[],
): Promise<void> {
  const viewer = await actingViewer(tx, by);
  allow(viewer === null || canMergePeople(viewer, people));
}

import type { Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Fault } from '../../language/refusal.js';
import { isCrowded } from '../../parks/area-let.js';
import { type SpaceWithLeases, spacesAsJson } from '../leases-of-space.js';

/** Spaces of some leases that are let beyond their area on some day, as others were let in them meanwhile, or that are void. */
export async function crowdedSpaces(
  tx: Tx,
  leases: readonly { spaceId: number }[],
): Promise<Fault[]> {
  const ids = [...new Set(leases.map(({ spaceId }) => spaceId))];
  const [row] = await rowsOf<{ spaces: string }>(tx, sql`SELECT ${spacesAsJson(ids)} AS "spaces"`);
  const spaces: SpaceWithLeases[] = JSON.parse(row?.spaces ?? '[]');
  // It closes where it opened.
  const isVoid = ({ openedOn, closedOn }: SpaceWithLeases) => closedOn === openedOn;
  const crowded = spaces.filter((space) => {
    if (isVoid(space)) return true;
    const taken = space.leases.map((lease) => ({
      beganOn: lease.beganOn,
      until: lease.endedOn,
      area: lease.area,
    }));
    return isCrowded(taken, space, space.openedOn);
  });
  const rows = await rowsOf<{ number: string; isVoid: number }>(
    tx,
    sql`SELECT "number", "voidedAt" IS NOT NULL AS "isVoid" FROM "Space" WHERE "id" IN ${listed(crowded.map(({ id }) => id))} ORDER BY "number"`,
  );
  return rows.map(({ number, isVoid: never }) => ({
    field: '',
    key: never === 1 ? 'ventures.merge.space-void' : 'ventures.merge.space-taken',
    values: { number },
  }));
}

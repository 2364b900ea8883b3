import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { Role, Viewer } from '../people/viewer.js';
import { Forbidden } from '../web/errors.js';

/**
 * Who acts, as a verb judges it by itself; null is the system: a command, the demonstration.
 * @throws Forbidden for an account that is no more
 */
export async function actingViewer(tx: Tx, { accountId }: Actor): Promise<Viewer | null> {
  if (accountId === null) return null;
  const account = await tx.account.findFirst({
    where: { id: accountId, isActive: true },
    include: { parks: { select: { parkId: true } } },
  });
  if (!account) throw new Forbidden();
  const { username, name, regionCode, personId } = account;
  const ofRegion =
    account.role === 'county-reviewer' && regionCode !== null
      ? await tx.park.findMany({
          where: { OR: [{ regionCode }, { region: { parentCode: regionCode } }] },
          select: { id: true },
        })
      : null;
  return {
    ...{ accountId, username, name, regionCode, personId, role: account.role as Role },
    parkIds: ofRegion?.map(({ id }) => id) ?? account.parks.map(({ parkId }) => parkId),
  };
}

/** Refuses where the actor may not. The system may. */
export async function refuseUnless(
  tx: Tx,
  by: Actor,
  may: (viewer: Viewer) => boolean,
): Promise<void> {
  const viewer = await actingViewer(tx, by);
  if (viewer !== null && !may(viewer)) throw new Forbidden();
}

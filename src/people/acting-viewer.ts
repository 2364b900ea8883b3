import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Forbidden } from '../web/errors.js';
import type { Viewer } from './viewer.js';
import { viewerOfAccount } from './viewer-of-account.js';

/** Who acts in a transaction. Nobody else changes an account before it ends. */
const known = new WeakMap<Tx, WeakMap<Actor, Viewer>>();

/**
 * Who acts, as a verb judges it by itself; null is the system: a command, the demonstration.
 * An act that takes several verbs reads it once.
 * @throws Forbidden for an account that is no more
 */
export async function actingViewer(tx: Tx, by: Actor): Promise<Viewer | null> {
  if (by.accountId === null) return null;
  const seen = known.get(tx) ?? new WeakMap<Actor, Viewer>();
  known.set(tx, seen);
  const viewer = seen.get(by) ?? (await viewerOfAccount(tx, by.accountId));
  if (!viewer) throw new Forbidden();
  seen.set(by, viewer);
  return viewer;
}

/** The same where the system may not act. @throws Forbidden for it, too */
export async function actingAccount(tx: Tx, by: Actor): Promise<Viewer> {
  const viewer = await actingViewer(tx, by);
  if (!viewer) throw new Forbidden();
  return viewer;
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

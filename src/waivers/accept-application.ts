import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { moveApplication, openCase, type SeenCase } from './move-application.js';

/** Accepts a case (受理): the first review begins. @returns the id of the step */
export async function acceptApplication(tx: Tx, by: Actor, seen: SeenCase): Promise<number> {
  return moveApplication(tx, by, await openCase(tx, seen), { move: 'accept' });
}

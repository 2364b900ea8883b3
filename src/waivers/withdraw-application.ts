import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { moveApplication } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

/** Withdraws a case that is not decided yet. @returns the id of the step */
export async function withdrawApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { note }: { note: string },
): Promise<number> {
  return moveApplication(tx, by, await openCase(tx, seen), { move: 'withdraw', note });
}

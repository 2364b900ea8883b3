import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';

/** That a venture leaves its park, or that one of its tenancies ends: what rests on it ends on the same day. */
export type Leaving = {
  ventureId: number;
  /** Where only that tenancy ends. */
  tenancyId?: number;
  endedOn: Day;
  reason: 'left' | 'moved' | 'tenancy-ended';
  note: string;
};
type Ends = (tx: Tx, by: Actor, leaving: Leaving) => Promise<void>;

let ends: Ends | null = null;

/** Says what ends with it, from the room that keeps it: `src/between-rooms.ts` joins them. */
export function onLeaving(act: Ends): void {
  ends = act;
}

/** Ends what rests on a venture's stay. @throws Error where the rooms were not joined, so that nothing is left standing in silence */
export async function endWhatRestsOn(tx: Tx, by: Actor, leaving: Leaving): Promise<void> {
  if (!ends) throw new Error('nothing ends waivers: import src/between-rooms.ts first');
  await ends(tx, by, leaving);
}

import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { Line } from '../measures.js';

export type ParkRecord = { id: number; openedOn: Day; closedOn: Day | null };

/** +1 on the day that a park opened, −1 on the day that it closed. */
export function linesOfPark({ id, openedOn, closedOn }: ParkRecord): Line[] {
  const cause = {
    measure: 'parks',
    parkId: id,
    ventureId: null,
    causeKind: 'park',
    causeId: id,
  } as const;
  const lines: Line[] = [{ ...cause, effectiveOn: openedOn, amount: 1 }];
  if (closedOn !== null) lines.push({ ...cause, effectiveOn: closedOn, amount: -1 });
  return lines;
}

export const readParks = (reads: Reads): Promise<ParkRecord[]> =>
  reads.park.findMany({ select: { id: true, openedOn: true, closedOn: true } });

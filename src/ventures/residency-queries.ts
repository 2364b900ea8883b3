import type { Day } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { openResidency } from './open-residency.js';

export type ParkChoice = { id: number; number: string; nameZh: string; nameEn: string };

/** Parks that are open, by number: those with the ids, or all for null. */
export function openParks(reads: Reads, ids: number[] | null): Promise<ParkChoice[]> {
  return reads.park.findMany({
    where: { closedOn: null, ...(ids === null ? {} : { id: { in: ids } }) },
    orderBy: { number: 'asc' },
  });
}

/** What a venture holds on a day or will hold after it, by the number of the space. */
export function openTenancies(
  reads: Reads,
  ventureId: number,
  day: Day,
): Promise<{ id: number; beganOn: Day; space: { number: string; name: string } }[]> {
  return reads.tenancy.findMany({
    where: { ventureId, voidedAt: null, OR: [{ endedOn: null }, { endedOn: { gt: day } }] },
    include: { space: true },
    orderBy: { space: { number: 'asc' } },
  });
}

/** @throws Conflict where the residency that a page showed is no longer the open one */
export async function stillOpen(tx: Tx, ventureId: number, residencyId: number): Promise<void> {
  const open = await openResidency(tx, ventureId);
  if (open.id !== residencyId) throw new Conflict('record.changed-meanwhile');
}

/** @throws Conflict where the venture is in a park already */
export async function stillUnsettled(tx: Tx, ventureId: number): Promise<void> {
  const open = await tx.residency.count({ where: { ventureId, endedOn: null } });
  if (open > 0) throw new Conflict('ventures.already-settled');
}

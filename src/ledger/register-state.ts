import type { Reads } from '../database/database.js';
import { headPosition } from './totals.js';

/**
 * A mark of all that the register holds: every verb posts entries or records an event, so that
 * what was counted under one mark stays right under it.
 */
export async function registerState(reads: Reads): Promise<{ position: number; mark: string }> {
  const position = await headPosition(reads);
  // An aggregate would read every event.
  const newest = await reads.historyEvent.findFirst({
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return { position, mark: `${position}.${newest?.id ?? 0}` };
}

import type { Reads } from '../database/database.js';
import { headPosition } from './totals.js';

/**
 * A mark of all that the register holds: every verb posts entries or records an event, so that
 * what was counted under one mark stays right under it.
 */
export async function registerState(reads: Reads): Promise<{ position: number; mark: string }> {
  const position = await headPosition(reads);
  const newest = await reads.historyEvent.aggregate({ _max: { id: true } });
  return { position, mark: `${position}.${newest._max.id ?? 0}` };
}

import { today } from '../../calendar/days.js';
import type { Db } from '../../database/database.js';
import { lastDayToUndo } from './days-to-undo.js';
import { type Records, recordTables } from './stored-records.js';

/**
 * Deletes what merges stored of two ventures once they can no longer be undone: phones, notes, what was typed. Where both
 * were stays, as by it their history is read; that they were merged, by whom and why, stands beside it and in the history.
 * @returns how many merges
 */
export async function clearMerges(db: Db, at: Date): Promise<number> {
  const merges = await db.ventureMerge.findMany({
    where: { clearedAt: null },
    select: { id: true, mergedAt: true },
  });
  const old = merges.filter((merge) => lastDayToUndo(merge) < today(at));
  for (const { id } of old) {
    const { before, after } = await db.ventureMerge.findUniqueOrThrow({ where: { id } });
    const [first, last] = [before, after].map((records) => cleared(records as unknown as Records));
    if (!first || !last) throw new Error('a merge has nothing before or after it');
    const data = { before: first, after: last, clearedAt: at };
    await db.ventureMerge.updateMany({ where: { id, clearedAt: null }, data });
  }
  return old.length;
}

/** Of records the numbers of both and where they were, and nothing else. */
function cleared({ Venture, Residency }: Records) {
  const nothing = Object.fromEntries(recordTables.map((table) => [table, []]));
  return Object.assign(nothing, {
    Venture: Venture.map(({ id, number }) => ({ id, number })),
    Residency: Residency.map(({ id, ventureId, parkId, beganOn, endedOn, endReason }) => ({
      id,
      ventureId,
      parkId,
      beganOn,
      endedOn,
      endReason,
    })),
  });
}

import type { Db } from '../database/database.js';
import { asJson, daysToTakeBack } from './batch.js';

const dayMs = 86_400_000;

/**
 * Deletes what lists said once they can no longer be taken back, as it is of people: their rows, what was shown, and what
 * stood before. That they were brought in, by whom and how many rows, stays.
 * @returns how many batches were cleared
 */
export async function sweepImports(db: Db, at: Date): Promise<number> {
  const before = new Date(at.getTime() - (daysToTakeBack + 1) * dayMs);
  const old = await db.importBatch.findMany({
    where: {
      clearedAt: null,
      createdAt: { lt: before },
      OR: [{ ranAt: null }, { ranAt: { lt: before } }],
    },
    select: { id: true },
  });
  for (const { id } of old) {
    await db.importedRow.updateMany({ where: { batchId: id }, data: { undo: {} } });
    const nothing = { rows: [], passedOver: [], unread: [] };
    const plan = asJson({ rows: [], moved: [], marks: [] });
    await db.importBatch.updateMany({
      where: { id },
      data: { source: asJson(nothing), choices: {}, plan, clearedAt: at },
    });
  }
  return old.length;
}

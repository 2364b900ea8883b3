import { type Db, type Reads, transact } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { Conflict } from '../language/refusal.js';
import { asJson, type Batch, batchWith, listOf, storeLong } from './batch.js';
import { refuseUnlessImporter } from './permissions.js';
import { fingerprintOf, planList } from './plan-list.js';
import type { Choices, Planned } from './planned.js';

/**
 * Plans a batch, or plans it again where records have moved: what was run of it stays.
 * @param choices what somebody decided on rows that are asked about; as before where it is left out
 * @returns the fingerprint of what is shown
 * @throws Forbidden; Conflict for one that is being run or was taken back, and where it no longer waits for a plan
 */
export async function planImport(
  db: Db,
  by: Actor,
  id: number,
  choices?: Choices,
): Promise<string> {
  await transact(db, async (tx) => {
    const { parkId } = await batchWith(tx, id);
    await refuseUnlessImporter(tx, by, parkId);
    const data = { state: 'planning', done: 0 };
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: { in: ['planning', 'planned', 'done'] }, clearedAt: null },
      data: choices ? Object.assign(data, { choices: asJson(choices) }) : data,
    });
    if (count === 0) throw new Conflict('record.changed-meanwhile');
  });
  const batch = await batchWith(db, id);
  const ran = await ranRows(db, batch);
  const plan = await planList(db, by, listOf(batch), {
    ran,
    progress: (done) => noteProgress(db, id, done),
  });
  const fingerprint = fingerprintOf(plan);
  await transact(db, async (tx) => {
    // Another who planned it too may be done, and the batch have been run since: what was shown of it stays.
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: 'planning', clearedAt: null },
      data: { state: 'planned', fingerprint },
    });
    if (count === 0) throw new Conflict('record.changed-meanwhile');
    await storeLong(tx, id, 'plan', plan);
  });
  return fingerprint;
}

/** The rows of a batch that were run, as they were planned. */
export async function ranRows(
  reads: Reads,
  { id, plan }: Pick<Batch, 'id' | 'plan'>,
): Promise<Map<number, Planned>> {
  const done = await rowsOf<{ row: number }>(
    reads,
    sql`SELECT "row" FROM "ImportedRow" WHERE "batchId" = ${id} AND "takenBackAt" IS NULL`,
  );
  const numbers = new Set(done.map(({ row }) => row));
  const ran = plan.rows.filter(({ row }) => numbers.has(row));
  return new Map(
    ran.map((planned) => [planned.row, Object.assign(planned, { isDone: true as const })]),
  );
}

/** How many rows are done. The row itself is not read again: it holds the whole list. */
export async function noteProgress(db: Db, id: number, done: number): Promise<void> {
  await db.importBatch.updateMany({ where: { id }, data: { done } });
}

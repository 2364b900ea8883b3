import { today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { type Batch, batchWith, daysToTakeBack, lastDayToTakeBack } from './batch.js';
import { builtOnMade, createActs } from './built-on-import.js';
import { builtOnSpaces } from './built-on-spaces.js';
import { refuseUnlessImporter } from './permissions.js';
import { noteProgress } from './plan-import.js';
import { takeBackRow } from './take-back-row.js';

/** Rows that are taken back in one transaction: most lists are taken back whole or not at all. */
const rowsATime = 200;
/** So many of what was built on a batch are named. */
const mostNamed = 20;

/**
 * Takes a batch back whole, its updates too: as if it had never been run. One that was broken off goes on.
 * @throws Forbidden; Conflict for one that was not run; Refusal without a reason, after thirty days, and with what was
 *   built on it since
 */
export async function takeBackImport(
  db: Db,
  by: Actor,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  const batch = await transact(db, (tx) => begin(tx, by, id, reason.trim()));
  let done = 0;
  try {
    for (;;) {
      const some = await transact(db, (tx) => takeBackSome(tx, by, batch, reason.trim()), {
        timeoutMs: 120_000,
      });
      if (some === 0) break;
      done += some;
      await noteProgress(db, id, done);
    }
  } catch (error) {
    // Nothing was taken back: the batch is what it was.
    if (done === 0 && batch.state !== 'taking-back')
      await db.importBatch.updateMany({ where: { id }, data: { state: batch.state } });
    throw error;
  }
  await db.importBatch.updateMany({ where: { id }, data: { state: 'taken-back' } });
}

async function begin(tx: Tx, by: Actor, id: number, reason: string): Promise<Batch> {
  const batch = await batchWith(tx, id);
  const { parkId, ranAt, state, fileName } = batch;
  await refuseUnlessImporter(tx, by, parkId);
  if (ranAt === null || !['done', 'planned', 'taking-back'].includes(state))
    throw new Conflict('record.changed-meanwhile');
  const built = state === 'taking-back' ? [] : await builtOn(tx, batch);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    today(by.at) > lastDayToTakeBack(ranAt) && {
      field: '',
      key: 'imports.too-late',
      values: { days: daysToTakeBack },
    },
    ...built.slice(0, mostNamed),
  ]);
  const { count } = await tx.importBatch.updateMany({
    where: { id, state },
    data: {
      state: 'taking-back',
      done: 0,
      takenBackAt: by.at,
      takenBackById: by.accountId,
      takeBackReason: reason,
    },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  if (state !== 'taking-back')
    recordEvent(tx, by, {
      verb: 'import-batch.taken-back',
      subjectKind: 'import-batch',
      subjectId: id,
      parkId,
      reason,
      detail: { name: fileName },
    });
  return batch;
}

const isStanding = (batchId: number) => ({ batchId, takenBackAt: null });

/** What was built on the ventures and spaces that the batch made; what on its updates, the rows themselves say. */
export async function builtOn(tx: Tx, batch: Batch) {
  const rows = await tx.importedRow.findMany({
    where: Object.assign(isStanding(batch.id), { outcome: 'create' }),
    select: { row: true, ventureId: true },
  });
  const acts = createActs(batch.plan.rows);
  const made = rows.flatMap(({ row, ventureId }) => {
    const act = acts.get(row);
    return act ? [[ventureId, act] as const] : [];
  });
  const onVentures = await builtOnMade(tx, new Map(made), {
    batchId: batch.id,
    month: batch.month,
  });
  return [...onVentures, ...(await builtOnSpaces(tx, batch.id))];
}

/** @returns how many rows were taken back; the last that were run are the first */
async function takeBackSome(tx: Tx, by: Actor, batch: Batch, reason: string): Promise<number> {
  const rows = await tx.importedRow.findMany({
    where: isStanding(batch.id),
    orderBy: { id: 'desc' },
    take: rowsATime,
  });
  for (const row of rows) {
    await takeBackRow(tx, by, row, reason);
    await tx.importedRow.update({ where: { id: row.id }, data: { takenBackAt: by.at } });
  }
  return rows.length;
}

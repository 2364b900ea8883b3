import { type Db, type Tx, transact } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal } from '../language/refusal.js';
import { endBacklog } from './ask-backlog.js';
import { type Batch, batchWith, listOf, storeLong } from './batch.js';
import { askedBy, markOf, readRow, rowsAPiece } from './classify.js';
import { RowRefused } from './named-row.js';
import { refuseUnlessImporter } from './permissions.js';
import { noteProgress, planImport, ranRows } from './plan-import.js';
import { readList } from './plan-list.js';
import { isToDo } from './planned.js';
import { factsOf } from './register-facts.js';
import { type RanRow, runRows } from './run-rows.js';

/**
 * Runs what is certain in a batch, as it was shown: a piece at a time, each in a transaction of its own, so that others
 * can act between them and a run that was broken off goes on where it stopped. Where records have moved since it was
 * shown it stops, and is planned again.
 * @param fingerprint of what was shown
 * @throws Forbidden; Conflict for another than was shown, and where records moved
 */
export async function runImport(
  db: Db,
  by: Actor,
  { id, fingerprint }: { id: number; fingerprint: string },
): Promise<void> {
  const batch = await begin(db, by, { id, fingerprint });
  try {
    await refuseMoved(db, by, batch);
    for (let start = 0; start < batch.source.rows.length; start += rowsAPiece) {
      await transact(db, (tx) => runPiece(tx, by, batch, start), { timeoutMs: 60_000 });
      await noteProgress(db, id, Math.min(start + rowsAPiece, batch.source.rows.length));
    }
    await ranRows(db, batch);
    await transact(db, async (tx) => {
      await storeLong(tx, id, 'plan', batch.plan);
      await tx.importBatch.updateMany({ where: { id, state: 'running' }, data: { state: 'done' } });
      await endBacklog(tx, by, batch);
    });
  } catch (error) {
    const hasMoved =
      error instanceof Conflict || error instanceof RowRefused || error instanceof Refusal;
    if (!hasMoved) throw error;
    await db.importBatch.updateMany({
      where: { id, state: 'running' },
      data: { state: 'planned' },
    });
    await planImport(db, by, id);
    throw new Conflict('imports.moved');
  }
}

/** Marks it as being run: once, or again where a run was broken off. */
function begin(
  db: Db,
  by: Actor,
  { id, fingerprint }: { id: number; fingerprint: string },
): Promise<Batch> {
  return transact(db, async (tx) => {
    const before = await batchWith(tx, id);
    const { parkId, fileName } = before;
    await refuseUnlessImporter(tx, by, parkId);
    const { count } = await tx.importBatch.updateMany({
      where: { id, fingerprint, clearedAt: null, state: { in: ['planned', 'running'] } },
      data: { state: 'running', done: 0, ranAt: by.at, ranById: by.accountId },
    });
    if (count === 0) throw new Conflict('imports.moved');
    if (before.state === 'planned')
      recordEvent(tx, by, {
        verb: 'import-batch.run',
        subjectKind: 'import-batch',
        subjectId: id,
        parkId,
        detail: { name: fileName, rows: before.plan.rows.filter(isToDo).length },
      });
    return before;
  });
}

/** Before anything is written, all of it is held against what was shown. @throws Conflict where a record moved */
async function refuseMoved(db: Db, by: Actor, batch: Batch): Promise<void> {
  if (batch.state === 'running') return; // what was run of it already has moved some
  const pieces = await readList(db, by, listOf(batch));
  const { marks } = batch.plan;
  if (pieces.some(({ mark }, place) => mark !== marks[place])) throw new Conflict('imports.moved');
}

async function runPiece(tx: Tx, by: Actor, batch: Batch, start: number): Promise<void> {
  await ranRows(tx, batch);
  const rows = batch.plan.rows.slice(start, start + rowsAPiece).filter(isToDo);
  if (rows.length === 0) return;
  await refuseMovedPiece(tx, by, batch, start);
  await keepRan(tx, batch, await runRows(tx, by, rows, listOf(batch)));
}

/** The same of one piece, in the transaction that runs it. */
async function refuseMovedPiece(tx: Tx, by: Actor, batch: Batch, start: number): Promise<void> {
  const viewer = await refuseUnlessImporter(tx, by, batch.parkId);
  const asked = askedBy(batch.source.rows.slice(start, start + rowsAPiece).map(readRow));
  const { parkId, month, id: batchId } = batch;
  const facts = await factsOf(tx, asked, { viewer, month, parkId, batchId });
  if (markOf(facts) !== batch.plan.marks[start / rowsAPiece]) throw new Conflict('imports.moved');
}

const keepRan = (tx: Tx, { id: batchId }: Batch, ran: RanRow[]): Promise<void> =>
  insertRows(
    tx,
    'ImportedRow',
    ran.map(({ row, outcome, ventureId, undo }) => ({ batchId, row, outcome, ventureId, undo })),
  );

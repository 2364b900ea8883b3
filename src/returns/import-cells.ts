import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { beginReturn, type OfPark } from './begin-return.js';
import { textOf } from './cell-values.js';
import { type CellConflict, type CellEdit, saveCells } from './save-cells.js';

/**
 * Puts into the grid what a file holds (导入表格), under the rules by which anything is typed into it: it counts
 * nowhere until the return is submitted, and a cell that somebody else changed meanwhile is left as it is.
 * @returns those cells; all the others are filled in
 * @throws Conflict when the return is with the reviewers; Refusal for a month that is not over
 */
export async function importCells(
  tx: Tx,
  by: Actor,
  of: OfPark,
  edits: CellEdit[],
): Promise<CellConflict[]> {
  const conflicts = await saveCells(tx, by, of, edits);
  const left = new Set(conflicts.map(({ ventureId, column }) => `${ventureId}.${column}`));
  const filled = edits.filter(
    ({ ventureId, column, was, value }) =>
      textOf(value) !== was && !left.has(`${ventureId}.${column}`),
  );
  const ventures = new Set(filled.map(({ ventureId }) => ventureId)).size;
  if (ventures === 0) return conflicts;
  const { id } = await beginReturn(tx, by, of);
  recordEvent(tx, by, {
    verb: 'monthly-return.imported',
    subjectKind: 'monthly-return',
    subjectId: id,
    parkId: of.parkId,
    detail: { month: of.month, ventures },
  });
  return conflicts;
}

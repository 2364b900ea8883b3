import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict } from '../language/refusal.js';
import type { OfPark } from './begin-return.js';
import { valuesOf } from './cell-values.js';
import { gridRows } from './grid-rows.js';
import { keepRows, openReturn } from './save-cells.js';

/** Fills every row without a headcount as its newest return before says. @returns how many rows */
export async function copyLast(tx: Tx, by: Actor, of: OfPark): Promise<number> {
  const monthly = await openReturn(tx, by, of);
  const blank = (await gridRows(tx, of)).filter(
    ({ shown, hasLeft, before }) => shown.headcount === null && !hasLeft && before !== null,
  );
  await keepRows(
    tx,
    by,
    monthly.id,
    blank.flatMap(({ ventureId, before, shown }) =>
      before ? [[ventureId, { ...before, note: shown.note }]] : [],
    ),
  );
  return blank.length;
}

/**
 * Takes over what the founder reported (采用创业者上报) into the row of the venture.
 * @throws Conflict where there is no report any more, or the venture is not in the grid
 */
export async function takeOver(tx: Tx, by: Actor, of: OfPark, ventureId: number): Promise<void> {
  const monthly = await openReturn(tx, by, of);
  const row = (await gridRows(tx, of)).find((gridRow) => gridRow.ventureId === ventureId);
  if (!row?.report) throw new Conflict('record.changed-meanwhile');
  const { shown, report } = row;
  const values = valuesOf({
    ...report,
    evidence: 'self-reported',
    note: report.note || shown.note,
  });
  await keepRows(tx, by, monthly.id, [[ventureId, values]]);
}

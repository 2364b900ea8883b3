import { endOfMonth, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import { upsertRows } from '../database/upsert-rows.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { beginReturn, type OfPark } from './begin-return.js';
import { type Column, columns, textOf, type Values } from './cell-values.js';
import { gridRows } from './grid-rows.js';
import { canFill, isOpen, type ReturnState } from './states.js';

/** A cell that was changed: what its page showed before, and what it is to be. */
export type CellEdit = {
  ventureId: number;
  column: Column;
  was: string;
  value: string | number | null;
};

/** Somebody else changed the cell after the page was made. */
export type CellConflict = { ventureId: number; column: Column; theirs: string; mine: string };

/**
 * Keeps what was filled in, cell by cell; it counts nowhere until the return is submitted. A cell that somebody
 * else changed since the page was made is left as it is and told of.
 * @returns those cells; all the others are kept
 * @throws Conflict when the return is with the reviewers; Refusal for a month that is not over
 */
export async function saveCells(
  tx: Tx,
  by: Actor,
  of: OfPark,
  edits: CellEdit[],
): Promise<CellConflict[]> {
  const monthly = await openReturn(tx, by, of);
  const rows = new Map((await gridRows(tx, of)).map((row) => [row.ventureId, row]));
  const changed = new Map<number, Values>();
  const conflicts: CellConflict[] = [];
  for (const { ventureId, column, was, value } of edits) {
    const row = rows.get(ventureId);
    if (!row) continue;
    const now = changed.get(ventureId) ?? row.shown;
    const theirs = textOf(now[column]);
    const mine = textOf(value);
    // A form sends every cell: one that its reader left alone changes nothing.
    if (mine === was || theirs === mine) continue;
    if (theirs !== was) conflicts.push({ ventureId, column, theirs, mine });
    else changed.set(ventureId, { ...now, [column]: value });
  }
  await keepRows(tx, by, monthly.id, [...changed]);
  return conflicts;
}

/**
 * The return that may be filled in now, begun where it was not.
 * @throws Forbidden; Conflict when it is with the reviewers; Refusal for a month that is not over
 */
export async function openReturn(tx: Tx, by: Actor, of: OfPark): Promise<MonthlyReturn> {
  await refuseUnless(tx, by, (viewer) => canFill(viewer, of.parkId));
  refuseIf([endOfMonth(of.month) > today(by.at) && { field: '', key: 'returns.month-not-over' }]);
  const monthly = await beginReturn(tx, by, of);
  if (!isOpen(monthly.state as ReturnState)) throw new Conflict('returns.grid.handed-in');
  return monthly;
}

const valuesIn = (values: Values): Values =>
  Object.fromEntries(columns.map((column) => [column, values[column]])) as Values;

/** Writes whole rows of drafts, new ones and changed ones, by one statement for many. */
export async function keepRows(
  tx: Tx,
  by: Actor,
  monthlyReturnId: number,
  rows: [ventureId: number, values: Values][],
): Promise<void> {
  const written = { monthlyReturnId, changedAt: by.at, changedById: by.accountId };
  await upsertRows(
    tx,
    'ReturnCell',
    ['monthlyReturnId', 'ventureId'],
    rows.map(([ventureId, values]) => Object.assign({ ventureId }, written, valuesIn(values))),
  );
}

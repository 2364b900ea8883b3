import type { Deps } from '../web/deps.js';
import type { AskedReturn } from './asked-return.js';
import { type GridRow, gridRows } from './grid-rows.js';

/** The rows of a park's table: the ventures that are there at the month's end. */
export const rowsOfTable = async (
  { db }: Pick<Deps, 'db'>,
  { park, month }: Pick<AskedReturn, 'park' | 'month'>,
): Promise<GridRow[]> =>
  (await gridRows(db, { parkId: park.id, month })).filter(({ hasLeft }) => !hasLeft);

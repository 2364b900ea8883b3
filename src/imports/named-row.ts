import { type Fault, Refusal } from '../language/refusal.js';

/** A verb refused one row of a piece, which is written nowhere. */
export class RowRefused extends Error {
  override name = 'RowRefused';
  constructor(
    readonly row: number,
    readonly faults: Fault[],
  ) {
    super(`row ${row}: ${faults.map(({ key }) => key).join(', ')}`);
  }
}

/** Runs a verb that takes a list, and says of a refusal which row of the file it is of. */
export async function named<T>(rows: number[], act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const place = error instanceof Refusal ? (error.row ?? (rows.length === 1 ? 0 : -1)) : -1;
    const row = rows[place];
    if (error instanceof Refusal && row !== undefined) throw new RowRefused(row, error.faults);
    throw error;
  }
}

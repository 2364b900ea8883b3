import type { Tx } from './database.js';
import { rowsOf } from './direct-sql.js';
import { Prisma } from './generated/client.js';
import { sql } from './sql.js';

/** How the public numbers of a table are written: a letter, the year, a dash, at least so many digits. */
export type NumberSeries = { table: Prisma.ModelName; letter: string; digits: number };

/**
 * The next public numbers of a year, as V2025-0001; more digits come when they are used up. Records with a number are
 * never deleted, so how many there are is the last one. Nobody else takes one before the transaction ends.
 * @returns so many, one after the other
 */
export async function nextNumbers(
  tx: Tx,
  { table, letter, digits }: NumberSeries,
  year: string,
  count: number,
): Promise<string[]> {
  const [row] = await rowsOf<{ used: number }>(
    tx,
    sql`SELECT COUNT(*) AS "used" FROM ${Prisma.raw(`"${table}"`)}
      WHERE "number" >= ${`${letter}${year}-`} AND "number" < ${`${letter}${year}.`}`,
  );
  const used = Number(row?.used ?? 0);
  return Array.from(
    { length: count },
    (_, index) => `${letter}${year}-${String(used + index + 1).padStart(digits, '0')}`,
  );
}

/** The next one alone. */
export const nextNumber = async (tx: Tx, series: NumberSeries, year: string): Promise<string> =>
  (await nextNumbers(tx, series, year, 1))[0] as string;

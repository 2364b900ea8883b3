import type { Tx } from './database.js';
import { changeRows } from './direct-sql.js';
import { Prisma } from './generated/client.js';

/**
 * Sets the columns of the first row in all rows, each found by its `id`, in one statement whose text is the same for
 * any number of them. Texts, numbers and null only.
 */
export async function updateRows(
  tx: Tx,
  table: Prisma.ModelName,
  rows: ({ id: number } & Record<string, string | number | null>)[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  if (columns.length === 0) return;
  const set = columns.map((column, place) => `"${column}" = j."value"->>${place + 1}`).join(', ');
  const stored = rows.map((row) => [row.id, ...columns.map((column) => row[column] ?? null)]);
  const update = [
    `UPDATE "${table}" SET ${set} FROM json_each(`,
    `) j WHERE "${table}"."id" = j."value"->>0`,
  ];
  await changeRows(tx, new Prisma.Sql(update, [JSON.stringify(stored)]));
}

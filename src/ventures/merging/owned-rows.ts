import { rowAsJson } from '../../database/as-json.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import type { Prisma } from '../../database/generated/client.js';
import { listed } from '../../database/listed.js';
import { column, sql } from '../../database/sql.js';
import type { StoredRow } from './stored-records.js';

/** A table, the column that says whose a row is, and the columns by which its rows are in order. */
export type OwnedTable = {
  table: Prisma.ModelName;
  owner: string;
  order: readonly string[];
};

/** The rows of a table that are some records', with all columns, in an order that is the same each time. */
export async function ownedRows(
  reads: Reads,
  { table, owner, order }: OwnedTable,
  ids: number[],
): Promise<StoredRow[]> {
  const rows = await rowsOf<{ row: string }>(
    reads,
    sql`SELECT ${rowAsJson(table, 'r')} AS "row" FROM ${column(table)} r
      WHERE r.${column(owner)} IN ${listed(ids)}`,
  );
  return inOrder(
    rows.map(({ row }) => JSON.parse(row)),
    order,
  );
}

function inOrder(rows: StoredRow[], columns: readonly string[]): StoredRow[] {
  const sign = (a: StoredRow, b: StoredRow): number => {
    for (const name of columns) {
      const [x, y] = [a[name] ?? '', b[name] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };
  return rows.sort(sign);
}

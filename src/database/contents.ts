import { Connection } from './connection.js';
import { tableNames } from './table-columns.js';

/** What a database file holds, as far as can be said without knowing its version. */
export type Contents = {
  /** The names of the migrations that it has, oldest first. */
  migrations: string[];
  /** The number of rows of each table, by its name. */
  tables: Record<string, number>;
};

/** Reads a database file of any version; nothing is written. Errors are those of SQLite. */
export async function contentsOf(file: string): Promise<Contents> {
  const connection = await Connection.open(file, 'read');
  try {
    const applied =
      await connection.all(`SELECT "migration_name" AS "name" FROM "_prisma_migrations"
      WHERE "finished_at" IS NOT NULL ORDER BY "migration_name"`);
    const tables: Record<string, number> = {};
    for (const table of await tableNames(connection)) {
      const [row] = await connection.all(`SELECT COUNT(*) AS "rows" FROM "${table}"`);
      tables[table] = Number(row?.rows);
    }
    return { migrations: applied.map(({ name }) => String(name)), tables };
  } finally {
    await connection.close();
  }
}

import type { Connection } from './connection.js';

export type Column = { name: string; type: string; isRequired: boolean };

/** The project's own tables, sorted; not SQLite's, nor the list of migrations, nor an index that is made of tables. */
export async function tableNames(connection: Connection): Promise<string[]> {
  const rows =
    await connection.all(`SELECT "name" FROM pragma_table_list WHERE "schema" = 'main' AND "type" = 'table'
    AND "name" NOT GLOB 'sqlite_*' AND "name" NOT GLOB '_prisma_*' ORDER BY "name"`);
  return rows.map(({ name }) => String(name));
}

/** The columns of a table in their order, with the types that its CREATE TABLE names, in capitals. */
export async function columnsOf(connection: Connection, table: string): Promise<Column[]> {
  const rows = await connection.all(`PRAGMA table_info("${table}")`);
  return rows.map(({ name, type, notnull }) => ({
    name: String(name),
    type: String(type).toUpperCase(),
    isRequired: notnull === 1,
  }));
}

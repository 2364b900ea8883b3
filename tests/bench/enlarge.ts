import { copyFileSync } from 'node:fs';
import { type Connection, openConnection } from './floor/connection.js';

/** The ledger's measures of ventures: what is copied of it, and what its balances hold that often. */
const measures = `('ventures', 'jobs', 'returns')`;

/** Of each copied table, the columns that a copy has otherwise; :n is its number, from 1. The others are as they are. */
const copied: Record<string, { columns: Record<string, string>; where?: string }> = {
  Person: { columns: { id: 'id + :n * :Person', number: `number || '-' || :n` } },
  PersonRole: {
    columns: {
      id: 'id + :n * :PersonRole',
      personId: 'personId + :n * :Person',
      ventureId: 'ventureId + :n * :Venture',
    },
  },
  PersonCategory: {
    columns: { id: 'id + :n * :PersonCategory', personId: 'personId + :n * :Person' },
  },
  Venture: {
    columns: {
      id: 'id + :n * :Venture',
      creditCode: 'NULL',
      number: `number || '000' || :n`,
      searchText: `REPLACE(searchText, LOWER(number), LOWER(number) || '000' || :n)`,
    },
  },
  Residency: { columns: { id: 'id + :n * :Residency', ventureId: 'ventureId + :n * :Venture' } },
  LedgerEntry: {
    where: `measure IN ${measures} AND ventureId IS NOT NULL`,
    columns: {
      position: 'position + :n * :LedgerEntry',
      reverses: 'reverses + :n * :LedgerEntry',
      ventureId: 'ventureId + :n * :Venture',
    },
  },
};

/**
 * A network as many times as large as another, within some minutes: its ventures, their people, residencies and
 * entries copied by statements. Its balances are right, but its entries are not chained and have no returns, so that it
 * serves for reading totals, tables and lists only.
 */
export async function enlarge(from: string, to: string, times: number): Promise<void> {
  copyFileSync(from, to);
  const db = await openConnection(to, 'write');
  const exec = (sql: string) => db.run(sql);
  await db.all('PRAGMA foreign_keys = OFF');
  await db.all('PRAGMA journal_mode = OFF');
  await db.all('PRAGMA synchronous = OFF');
  await db.all('PRAGMA cache_size = -256000');
  const sizes = await sizesOf(db);
  const kept = await withoutIndexes(db);
  await exec('BEGIN');
  for (const [table, { columns, where = 'TRUE' }] of Object.entries(copied))
    await copyTable(db, table, { columns, where, times, sizes });
  await exec(`UPDATE LedgerBalance SET amount = amount * ${times} WHERE measure IN ${measures}`);
  await exec(`UPDATE LedgerHead SET (position, hash) =
    (SELECT position, LOWER(HEX(hash)) FROM LedgerEntry ORDER BY position DESC LIMIT 1)`);
  await exec('COMMIT');
  for (const sql of kept) await exec(sql);
  await exec(`INSERT INTO VentureSearch (rowid, text)
    SELECT id, searchText || '  ' FROM Venture WHERE id > ${sizes.get('Venture')}`);
  await exec('ANALYZE');
  await db.close();
}

type Copying = {
  columns: Record<string, string>;
  where: string;
  times: number;
  /** The highest key of each table before anything was copied. */
  sizes: Map<string, number>;
};

async function copyTable(db: Connection, table: string, of: Copying): Promise<void> {
  const columns = await db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
  const bound = (sql: string, n: number) =>
    [...of.sizes]
      .reduce(
        (text, [name, most]) => text.replace(new RegExp(`:${name}\\b`, 'g'), String(most)),
        sql,
      )
      .replace(/:n\b/g, String(n));
  const names = columns.map(({ name }) => `"${name}"`).join();
  for (let n = 1; n < of.times; n += 1) {
    const values = columns.map(({ name }) => bound(of.columns[name] ?? `"${name}"`, n)).join();
    await db.run(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM "${table}"
      WHERE ${bound(`${keyOf(table)} <= :${table}`, n)} AND ${of.where}`);
  }
}

const keyOf = (table: string): string => (table === 'LedgerEntry' ? 'position' : 'id');

async function sizesOf(db: Connection): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const table of Object.keys(copied)) {
    const row = await db.one<{ most: number }>(
      `SELECT MAX(${keyOf(table)}) AS most FROM "${table}"`,
    );
    sizes.set(table, Number(row?.most ?? 0));
  }
  return sizes;
}

/** Takes indexes and triggers of the copied tables away for a while. @returns what makes them again */
async function withoutIndexes(db: Connection): Promise<string[]> {
  const among = Object.keys(copied)
    .map((table) => `'${table}'`)
    .join();
  const all = await db.all<{ type: string; name: string; sql: string }>(
    `SELECT type, name, sql FROM sqlite_master
     WHERE tbl_name IN (${among}) AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
  );
  for (const { type, name } of all) await db.run(`DROP ${type} "${name}"`);
  return all.map(({ sql }) => sql);
}

/**
 * Another process that holds the lock of databases: `lock-child.ts <ms> <file>...`. It says so in a line once it has
 * them all, and in a second line when it has let go.
 */
import { setTimeout as pause } from 'node:timers/promises';
import sqlite3 from 'sqlite3';

const [ms, ...files] = process.argv.slice(2);

const open = (file: string) =>
  new Promise<sqlite3.Database>((resolve, reject) => {
    const database = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) =>
      error ? reject(error) : resolve(database),
    );
  });
const exec = (database: sqlite3.Database, sql: string) =>
  new Promise<void>((resolve, reject) => {
    database.exec(sql, (error) => (error ? reject(error) : resolve()));
  });

const databases = await Promise.all(files.map(open));
for (const database of databases) database.configure('busyTimeout', 60_000);
await Promise.all(databases.map((database) => exec(database, 'BEGIN EXCLUSIVE')));
process.stdout.write('locked\n');
await pause(Number(ms));
await Promise.all(databases.map((database) => exec(database, 'ROLLBACK')));
process.stdout.write('free\n');

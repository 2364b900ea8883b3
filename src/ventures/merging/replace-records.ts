import type { Tx } from '../../database/database.js';
import { changeRows } from '../../database/direct-sql.js';
import { insertRows } from '../../database/insert-rows.js';
import { listed } from '../../database/listed.js';
import { column, sql } from '../../database/sql.js';
import { updateRows } from '../../database/update-rows.js';
import type { Records, StoredRow } from './stored-records.js';

/** Tables whose rows nothing else points at: a row that differs is taken out and entered again under its id. */
const loose = [
  'Residency',
  'Tenancy',
  'JobsReturn',
  'ReturnCell',
  'FounderReport',
  'VisitVenture',
  'PersonRole',
] as const;

/** Brings the rows of some ventures from what they are to what they shall be. A row whose id is 0 is new. */
export async function replaceRecords(tx: Tx, from: Records, to: Records): Promise<void> {
  for (const table of loose) await takeOut(tx, table, rowsBeside<object>(from[table], to[table]));
  await setVentures(tx, from.Venture, to.Venture);
  for (const table of loose) await enter(tx, table, rowsBeside<object>(to[table], from[table]));
  await moveRosters(tx, rowsBeside(to.Roster, from.Roster));
  for (const table of ['WaiverApplication', 'Waiver', 'ReturnProof'] as const) {
    const rows: readonly Owned[] = to[table];
    const owners = new Map(
      (from[table] as readonly Owned[]).map(({ id, ventureId }) => [id, ventureId]),
    );
    const moved = rows.filter(({ id, ventureId }) => owners.get(id) !== ventureId);
    await updateRows(
      tx,
      table,
      moved.map(({ id, ventureId }) => ({ id, ventureId })),
    );
  }
}

type Owned = { id: number; ventureId: number };

/** The rows of the first list that are not, as they are, in the second. */
export function rowsBeside<T extends object>(rows: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}

async function takeOut(
  tx: Tx,
  table: (typeof loose)[number],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows as StoredRow[];
  if (table !== 'VisitVenture') {
    const ids = stored.map(({ id }) => Number(id));
    await changeRows(tx, sql`DELETE FROM ${column(table)} WHERE "id" IN ${listed(ids)}`);
    return;
  }
  for (const ventureId of new Set(stored.map((row) => Number(row.ventureId)))) {
    const own = stored.filter((row) => row.ventureId === ventureId);
    const visits = own.map(({ visitId }) => Number(visitId));
    await changeRows(
      tx,
      sql`DELETE FROM "VisitVenture" WHERE "ventureId" = ${ventureId} AND "visitId" IN ${listed(visits)}`,
    );
  }
}

async function enter(
  tx: Tx,
  table: (typeof loose)[number],
  rows: readonly object[],
): Promise<void> {
  const stored = rows as StoredRow[];
  const fresh = stored.filter((row) => 'id' in row && row.id === 0);
  const again = stored.filter((row) => !fresh.includes(row));
  if (again.length > 0) await insertRows(tx, table, again);
  if (fresh.length > 0)
    await insertRows(
      tx,
      table,
      fresh.map(({ id: _, ...row }) => row),
    );
}

/** The credit code is one venture's at a time: it is let go of before it is set. */
async function setVentures(tx: Tx, from: StoredRow[], to: StoredRow[]): Promise<void> {
  const changed = rowsBeside(to, from) as ({ id: number } & StoredRow)[];
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  await changeRows(tx, sql`UPDATE "Venture" SET "creditCode" = NULL WHERE "id" IN ${listed(ids)}`);
  await updateRows(tx, 'Venture', changed);
}

/** Two rosters of a month may change places: both stand aside first. People stand in them, so they are never taken out. */
async function moveRosters(tx: Tx, rows: { id: number; ventureId: number; month: string }[]) {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await changeRows(
    tx,
    sql`UPDATE "Roster" SET "month" = 'aside-' || "id" WHERE "id" IN ${listed(ids)}`,
  );
  await updateRows(
    tx,
    'Roster',
    rows.map(({ id, ventureId, month }) => ({ id, ventureId, month })),
  );
}

import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow, found } from '../web/errors.js';
import { canReadReports } from './ask-report.js';

/** Keeps a cross-table under a name; whoever has its address reads it in the own sight. @returns its id */
export async function saveCrossTable(
  tx: Tx,
  by: Actor,
  { name, query }: { name: string; query: string },
): Promise<number> {
  const accountId = await readerOf(tx, by);
  const { id } = await tx.crossTable.create({ data: { name, query, accountId, createdAt: by.at } });
  recordEvent(tx, by, {
    verb: 'cross-table.saved',
    subjectKind: 'cross-table',
    subjectId: id,
    detail: { name, query },
  });
  return id;
}

/** Takes a cross-table off the list, by whom it belongs to. @throws Conflict when it is gone already */
export async function removeCrossTable(tx: Tx, by: Actor, id: number): Promise<void> {
  const accountId = await readerOf(tx, by);
  const table = found(await tx.crossTable.findUnique({ where: { id } }));
  allow(table.accountId === accountId);
  const { count } = await tx.crossTable.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: by.at },
  });
  if (count === 0) throw new Conflict('reports.cross.gone');
  recordEvent(tx, by, {
    verb: 'cross-table.removed',
    subjectKind: 'cross-table',
    subjectId: id,
    detail: { name: table.name },
  });
}

/** The account that acts, as one that still reads reports. */
async function readerOf(tx: Tx, by: Actor): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canReadReports(viewer));
  return viewer.accountId;
}
